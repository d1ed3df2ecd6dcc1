using Isonomia.Measurement.Results;

namespace Isonomia.Measurement.Biomarkers.Aperiodic;

/// <summary>A channel's intrinsic timescale.</summary>
/// <param name="Parameterised">The spectrum and its knee fit, with the curves of both.</param>
/// <param name="Tau">The timescale, in seconds.</param>
/// <param name="KneeFrequency">Where the spectrum bends, in Hz.</param>
public sealed record TimescaleResult(ParameterisedSpectrum Parameterised, Measured Tau, Measured KneeFrequency)
    : BiomarkerResult
{
    /// <inheritdoc/>
    public override Reading ToReading() =>
        new Reading().Number("tau_s", Tau, "s").Number("knee_frequency_hz", KneeFrequency, "Hz");
}
