using Isonomia.Measurement.Results;
using Isonomia.Measurement.Settings;

namespace Isonomia.Measurement.Biomarkers.Aperiodic;

/// <summary>A channel's intrinsic timescale.</summary>
/// <param name="Parameterised">The spectrum and its knee fit, with the curves of both.</param>
/// <param name="Range">The range that was fitted, in Hz.</param>
/// <param name="Tau">The timescale, in seconds.</param>
/// <param name="KneeFrequency">Where the spectrum bends, in Hz.</param>
public sealed record TimescaleResult(
    ParameterisedSpectrum Parameterised, Interval Range, Measured Tau, Measured KneeFrequency) : BiomarkerResult
{
    /// <inheritdoc/>
    public override Reading ToReading() => new Reading()
        .Number("tau_s", Tau, "s").Number("knee_frequency_hz", KneeFrequency, "Hz")
        .Number("range_low_hz", Range.Low, "Hz").Number("range_high_hz", Range.High, "Hz");
}
