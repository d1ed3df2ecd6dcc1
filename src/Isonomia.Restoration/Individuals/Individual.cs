using Isonomia.Inference.Models;

namespace Isonomia.Restoration.Individuals;

/// <summary>Somebody as far as known: draws from what the parameters of a model may be.</summary>
/// <param name="Label">Who: a recording and a channel, or a condition.</param>
/// <param name="Model">The model.</param>
/// <param name="Samples">
/// Equally likely sets of parameters, each in the order of the model's; all of them have a stable steady state.
/// </param>
public sealed record Individual(string Label, SpectralModel Model, IReadOnlyList<double[]> Samples);
