namespace Isonomia.Simulation.Compilation.Kernels;

/// <summary>Compiled code for a range of cells.</summary>
/// <param name="frame">The address of a <see cref="StepFrame"/>.</param>
/// <returns>The number of spikes.</returns>
internal delegate int LoopFunction(nint frame);
