using Isonomia.Measurement.Biomarkers;
using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Measuring;

/// <summary>What was found in the signals of a recording as a whole.</summary>
/// <param name="Channels">The channels it was found in, in file order: of one type, sampled together.</param>
/// <param name="Biomarkers">The results by biomarker name, in the library's order.</param>
public sealed record WholeMeasurement(
    IReadOnlyList<Channel> Channels, IReadOnlyDictionary<string, BiomarkerResult> Biomarkers)
{
    /// <summary>Nothing was measured of the whole.</summary>
    public static WholeMeasurement None { get; } = new([], new Dictionary<string, BiomarkerResult>());
}
