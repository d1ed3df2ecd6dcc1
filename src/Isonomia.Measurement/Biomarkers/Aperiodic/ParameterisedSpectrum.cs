using Isonomia.Measurement.Biomarkers.Aperiodic.Parameterisation;
using Isonomia.Measurement.Biomarkers.Spectral;
using Isonomia.Measurement.Results;

namespace Isonomia.Measurement.Biomarkers.Aperiodic;

/// <summary>
/// A channel's spectrum described by an aperiodic component and peaks, with refits to spectra drawn from that
/// description: what tells how sure its numbers are.
/// </summary>
/// <remarks>
/// The standard error of a quantity is the root mean square distance of its refitted values from the fitted one. It
/// contains the scatter that a finite recording of a stationary Gaussian signal has, that of the choice of peaks
/// included, and the procedure's bias as far as the fitted model shows it. It does not contain that the signal may not
/// be stationary, nor that the model may not be true.
/// </remarks>
public sealed class ParameterisedSpectrum
{
    private readonly SpectralFit[] refits;

    private ParameterisedSpectrum(
        ChannelSpectrum spectrum, SpectralParameterisationOptions options, SpectralFit fit, SpectralFit[] refits)
    {
        Spectrum = spectrum;
        Options = options;
        Fit = fit;
        this.refits = refits;
    }

    /// <summary>The spectrum that was fitted.</summary>
    public ChannelSpectrum Spectrum { get; }

    /// <summary>How it was fitted.</summary>
    public SpectralParameterisationOptions Options { get; }

    /// <summary>The fit; its <see cref="SpectralFit.Why"/> says why where there is none.</summary>
    public SpectralFit Fit { get; }

    /// <summary>The parameterised spectrum of a channel, as the settings say; made once.</summary>
    public static ParameterisedSpectrum Of(ChannelAnalysis channel) => channel.Share(
        typeof(ParameterisedSpectrum),
        () => Make(channel, AperiodicSettings.Options(channel), channel.Get(AperiodicSettings.Refits)));

    /// <summary>Parameterises a channel's spectrum.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="options">How.</param>
    /// <param name="count">How many refits tell its errors; none for no errors.</param>
    public static ParameterisedSpectrum Make(
        ChannelAnalysis channel, SpectralParameterisationOptions options, int count)
    {
        var spectrum = ChannelSpectrum.Of(channel);
        if (spectrum.Estimate is not { } estimate)
            return new ParameterisedSpectrum(spectrum, options, new SpectralFit { Why = spectrum.Why }, []);
        var fit = SpectralParameterisation.Fit(estimate.Frequencies, estimate.Density, options);
        var scatter = new SpectralScatter(estimate.EffectiveAverages, spectrum.NeighbourCorrelation);
        return new ParameterisedSpectrum(
            spectrum, options, fit, fit.Why is null ? scatter.Refit(fit, options, count) : []);
    }

    /// <summary>A quantity of the fit, with its error; undefined with a reason where it is NaN.</summary>
    /// <param name="quantity">What to take from a fit; NaN where it has none.</param>
    /// <param name="why">The reason where the fit has none.</param>
    public Measured Measure(Func<SpectralFit, double> quantity, string why = "")
    {
        var (value, values) = Values(quantity);
        if (double.IsNaN(value))
            return Measured.Undefined(Fit.Why ?? why);
        return values is null ? Measured.Of(value) : Measured.Of(value, Distance(values, value));
    }

    /// <summary>
    /// The same for a quantity that is positive: its interval is symmetric on a logarithmic scale.
    /// </summary>
    /// <inheritdoc cref="Measure"/>
    public Measured MeasurePositive(Func<SpectralFit, double> quantity, string why = "")
    {
        var (value, values) = Values(quantity);
        if (double.IsNaN(value))
            return Measured.Undefined(Fit.Why ?? why);
        if (values is null)
            return Measured.Of(value);
        var factor = Math.Exp(1.96 * Distance([.. values.Select(v => Math.Log(v))], Math.Log(value)));
        return Measured.Of(value) with
        {
            StandardError = Distance(values, value),
            Confidence95 = (value / factor, value * factor),
        };
    }

    // Values of the refits that have one; null where fewer than half do, which is no basis for an error.
    private (double Value, double[]? Values) Values(Func<SpectralFit, double> quantity)
    {
        if (Fit.Why is not null)
            return (double.NaN, null);
        double[] values = [.. refits.Where(r => r.Why is null).Select(quantity).Where(double.IsFinite)];
        return (quantity(Fit), values.Length > 1 && 2 * values.Length >= refits.Length ? values : null);
    }

    private static double Distance(double[] values, double from) =>
        Math.Sqrt(values.Sum(v => (v - from) * (v - from)) / values.Length);
}
