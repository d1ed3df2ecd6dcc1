namespace Isonomia.Measurement.Formats.Runs;

/// <summary>A population as <c>run.json</c> describes it.</summary>
/// <param name="Name">Its name, with which its files begin.</param>
/// <param name="Size">How many cells it has.</param>
/// <param name="Spikes">How many spikes were recorded; null where spikes were not.</param>
internal sealed record RunPopulation(string Name, int Size, long? Spikes);
