namespace Isonomia.Measurement.Formats.Runs;

/// <summary>A population as <c>run.json</c> describes it.</summary>
/// <param name="Name">Its name, with which its files begin.</param>
/// <param name="Size">How many cells it has.</param>
/// <param name="Spikes">How many spikes there were; null where they were not recorded.</param>
/// <param name="AreKept">Whether their times were kept, and not only their number.</param>
internal sealed record RunPopulation(string Name, int Size, long? Spikes, bool AreKept);
