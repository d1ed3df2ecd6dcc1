using Isonomia.Measurement.Results;

namespace Isonomia.Measurement.Biomarkers.Aperiodic;

/// <summary>The slope of a channel's spectrum at 30 to 50 Hz.</summary>
public sealed record GammaSlopeResult(Measured Slope) : BiomarkerResult
{
    /// <inheritdoc/>
    public override Reading ToReading() => new Reading().Number("slope", Slope, "1");
}
