using Isonomia.Measurement.Biomarkers;
using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Measuring;

/// <summary>What was found on one channel.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="WhyBad">Why it was set aside; null for a good one. A bad channel has no biomarkers.</param>
/// <param name="UsableSeconds">Seconds of it that were measured.</param>
/// <param name="Biomarkers">The results by biomarker name, in the library's order.</param>
public sealed record ChannelMeasurement(
    Channel Channel,
    string? WhyBad,
    double UsableSeconds,
    IReadOnlyDictionary<string, BiomarkerResult> Biomarkers)
{
    /// <summary>Its course after preprocessing, for drawing.</summary>
    public TraceOverview? Trace { get; init; }

    /// <summary>The result of a biomarker, if it was measured here.</summary>
    public T? Find<T>()
        where T : BiomarkerResult => Biomarkers.Values.OfType<T>().FirstOrDefault();
}
