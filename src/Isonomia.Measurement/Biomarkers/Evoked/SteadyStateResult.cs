using Isonomia.Measurement.Results;

namespace Isonomia.Measurement.Biomarkers.Evoked;

/// <summary>The steady-state response of one channel.</summary>
/// <param name="Frequency">Frequency of stimulation, in Hz.</param>
/// <param name="Trials">How many trials were clean.</param>
/// <param name="Coherence">Inter-trial coherence.</param>
/// <param name="Consistency">Its square without bias.</param>
/// <param name="RayleighP">How often chance does as well.</param>
/// <param name="EvokedPower">Power of the mean.</param>
/// <param name="InducedPower">Power besides.</param>
/// <param name="SignalToNoise">Evoked power over that of neighbouring frequencies.</param>
/// <param name="Unit">The channel's unit.</param>
public sealed record SteadyStateResult(double Frequency, int Trials, Measured Coherence, Measured Consistency, Measured RayleighP,
    Measured EvokedPower, Measured InducedPower, Measured SignalToNoise, string Unit) : BiomarkerResult
{
    /// <summary>Nothing, and why.</summary>
    public static SteadyStateResult Without(double frequency, string why)
    {
        var none = Measured.Undefined(why);
        return new SteadyStateResult(frequency, 0, none, none, none, none, none, none, "");
    }

    /// <inheritdoc/>
    public override Reading ToReading()
    {
        var power = Unit.Length > 0 ? $"{Unit}^2" : "1";
        return new Reading().Number("itc", Coherence, "1").Number("consistency", Consistency, "1")
            .Number("rayleigh_p", RayleighP, "1").Number("evoked_power", EvokedPower, power)
            .Number("induced_power", InducedPower, power).Number("snr", SignalToNoise, "1")
            .Number("frequency_hz", Frequency, "Hz").Count("trials", Trials);
    }
}
