using Isonomia.Measurement.Biomarkers.Aperiodic.Parameterisation;
using Isonomia.Measurement.Results;

namespace Isonomia.Measurement.Biomarkers.Aperiodic;

/// <summary>A channel's aperiodic component and peaks.</summary>
/// <param name="Parameterised">The spectrum, its fit and the curves of both.</param>
public sealed record AperiodicResult(ParameterisedSpectrum Parameterised) : BiomarkerResult
{
    internal const string NoKnee =
        "the fitted knee is not positive: the spectrum does not flatten towards low frequencies";

    /// <summary>The fit; its curves are empty where there is none.</summary>
    public SpectralFit Fit => Parameterised.Fit;

    /// <summary>Log10 power of the aperiodic component at 1 Hz.</summary>
    public Measured Offset { get; } = Parameterised.Measure(f => f.Offset);

    /// <summary>How steeply the aperiodic component falls.</summary>
    public Measured Exponent { get; } = Parameterised.Measure(f => f.Exponent);

    /// <summary>Where the spectrum bends, in Hz; undefined in fixed mode and where the knee is not positive.</summary>
    public Measured KneeFrequency { get; } = Parameterised.MeasurePositive(
        f => f.KneeFrequency,
        Parameterised.Options.Mode == AperiodicMode.Fixed
            ? "aperiodic.mode=fixed has no knee"
            : NoKnee);

    /// <inheritdoc/>
    public override Reading ToReading()
    {
        var reading = new Reading().Number("offset", Offset, "log10(" + Parameterised.Spectrum.DensityUnit + ")")
            .Number("exponent", Exponent, "1");
        if (Parameterised.Options.Mode == AperiodicMode.Fixed)
        {
            reading.Text("knee", null);
        }
        else
        {
            reading.Number("knee", Parameterised.Measure(f => f.Knee), "Hz^exponent")
                .Number("knee_frequency_hz", KneeFrequency, "Hz");
        }

        return reading.Number("r_squared", Plain(Fit.RSquared), "1").Number("error", Plain(Fit.Error), "log10 power")
            .List("peaks",
            [
                .. Fit.Peaks.Select(p => new Reading().Number("frequency_hz", p.Frequency, "Hz")
                    .Number("power", p.Power, "log10 power").Number("bandwidth_hz", p.Bandwidth, "Hz")),
            ]);
    }

    private Measured Plain(double value) => Fit.Why is { } why ? Measured.Undefined(why) : Measured.Of(value);
}
