namespace Isonomia.Simulation.Compilation.Emission;

/// <summary>Where a name's value is had from.</summary>
/// <param name="Load">Emits what leaves it on the evaluation stack.</param>
/// <param name="IsMask">Whether it is had as a mask rather than as numbers.</param>
internal sealed record Place(Action Load, bool IsMask = false);
