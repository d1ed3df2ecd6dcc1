namespace Isonomia.Inference.Models;

/// <summary>
/// A parameter that is inferred, with its prior: uniform between limits, within whatever else the model demands
/// (see <see cref="SpectralModel.BoundsOf"/>, and stability).
/// </summary>
/// <param name="Name">As in the output, e.g. <c>G_ee</c>.</param>
/// <param name="Unit">Its unit; empty for a pure number.</param>
/// <param name="Low">Least value that is thought possible.</param>
/// <param name="High">Greatest value that is thought possible.</param>
/// <param name="Meaning">What it is, in a few words.</param>
/// <param name="Source">Where the limits are from.</param>
public sealed record ModelParameter(
    string Name, string Unit, double Low, double High, string Meaning, string Source);
