using Isonomia.Measurement.Results;

namespace Isonomia.Measurement.Biomarkers.Spectral;

/// <summary>Where a channel's alpha rhythm lies.</summary>
/// <param name="PeakFrequency">Centre of the highest alpha peak, in Hz.</param>
/// <param name="PeakPower">Its height above the aperiodic component, in log10 power.</param>
/// <param name="CentreOfGravity">Mean frequency weighted by power, in Hz.</param>
public sealed record IndividualAlphaResult(Measured PeakFrequency, Measured PeakPower, Measured CentreOfGravity)
    : BiomarkerResult
{
    /// <inheritdoc/>
    public override Reading ToReading() => new Reading()
        .Number("peak_frequency_hz", PeakFrequency, "Hz")
        .Number("peak_power", PeakPower, "log10 power")
        .Number("centre_of_gravity_hz", CentreOfGravity, "Hz");
}
