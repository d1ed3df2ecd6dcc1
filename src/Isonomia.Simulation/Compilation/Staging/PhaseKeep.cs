namespace Isonomia.Simulation.Compilation.Staging;

/// <summary>A value that later phases read too.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Slot">The slot of scratch in which it is kept.</param>
internal sealed record PhaseKeep(string Name, int Slot);
