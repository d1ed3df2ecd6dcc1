namespace Isonomia.Measurement.Formats.Spikes;

/// <summary>The spikes of a population of cells, to be written.</summary>
/// <param name="Name">The population's name.</param>
/// <param name="Size">Number of cells, silent ones included.</param>
/// <param name="Times">Times of all spikes in seconds, ascending.</param>
/// <param name="Cells">For each spike the cell, from 0.</param>
public sealed record PopulationSpikes(string Name, int Size, double[] Times, int[] Cells);
