using Isonomia.Measurement.Results;

namespace Isonomia.Measurement.Biomarkers.Hurst;

/// <summary>The Hurst exponent by three methods.</summary>
/// <param name="Fluctuation">By detrended fluctuation analysis.</param>
/// <param name="Wavelet">By Haar wavelets.</param>
/// <param name="Range">By the rescaled range.</param>
/// <param name="LeastSeconds">The shortest window; NaN where there is none.</param>
/// <param name="MostSeconds">The longest.</param>
public sealed record HurstResult(
    Measured Fluctuation, Measured Wavelet, Measured Range, double LeastSeconds, double MostSeconds) : BiomarkerResult
{
    /// <inheritdoc/>
    public override Reading ToReading() => new Reading()
        .Number("dfa", Fluctuation, "1")
        .Number("wavelet", Wavelet, "1")
        .Number("rescaled_range", Range, "1")
        .Number("from_s", LeastSeconds, "s")
        .Number("to_s", MostSeconds, "s");
}
