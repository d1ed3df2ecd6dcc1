namespace Isonomia.Measurement.Synthesis.Known;

/// <summary>What one electrode of a virtual individual carries.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Bad">Whether it is broken; then the rest is what it would have carried.</param>
/// <param name="Offset">The aperiodic offset: log10 of the power law at 1 Hz, in log10(uV^2/Hz).</param>
/// <param name="Rhythms">The rhythms it sees, in the order of <see cref="Truth.Rhythms"/>.</param>
public sealed record ElectrodeTruth(string Name, bool Bad, double Offset, IReadOnlyList<RhythmTruth> Rhythms);
