using Isonomia.Measurement.Biomarkers;

namespace Isonomia.Measurement.Measuring;

/// <summary>What was found in the spikes of a population.</summary>
/// <param name="Name">Its name; <c>all</c> where a recording does not divide its units.</param>
/// <param name="Units">How many units it has, silent ones included.</param>
/// <param name="Silent">How many of them have no spike within the time that was measured.</param>
/// <param name="Spikes">All spikes within that time.</param>
/// <param name="Start">Where that time begins, in seconds.</param>
/// <param name="Stop">Where it ends, in seconds.</param>
/// <param name="Biomarkers">The results by biomarker name, in the library's order.</param>
public sealed record PopulationMeasurement(
    string Name,
    int Units,
    int Silent,
    long Spikes,
    double Start,
    double Stop,
    IReadOnlyDictionary<string, BiomarkerResult> Biomarkers)
{
    /// <summary>
    /// Units by themselves: all, or as many as <see cref="Biomarkers.Spikes.SpikeSettings.Listed"/> says, evenly
    /// spaced.
    /// </summary>
    public IReadOnlyList<UnitMeasurement> Listed { get; init; } = [];
}
