namespace Isonomia.Inference.Models;

/// <summary>A number derived from a model's parameters by which its state is told.</summary>
/// <param name="Name">As in the output, e.g. <c>X</c>.</param>
/// <param name="Unit">Its unit; empty for a pure number.</param>
/// <param name="Definition">Its formula, and what it means.</param>
public sealed record ModelCoordinate(string Name, string Unit, string Definition);
