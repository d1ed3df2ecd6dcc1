using Isonomia.Measurement.Results;
using Isonomia.Measurement.Settings;

namespace Isonomia.Measurement.Biomarkers.Timescales;

/// <summary>How long a field potential stays correlated with itself.</summary>
public sealed class AutocorrelationBiomarker : IBiomarker
{
    // Of a curve, no more lags than this are kept.
    private const int MostKept = 200;

    /// <inheritdoc/>
    public string Name => "autocorrelation";

    /// <inheritdoc/>
    public BiomarkerDefinition Definition { get; } = new(
        "Autocorrelation of the signal",
        "autocorrelation of windows, averaged: the lag at which it has fallen to half and to zero, and tau of "
        + "A (exp(-lag/tau) + B) fitted from its first fall on",
        Direction.Rises,
        Evidence.Weak,
        "Honey et al. 2012 Neuron, doi:10.1016/j.neuron.2012.08.011 (half width); Golesorkhi et al. 2021 eLife, "
        + "doi:10.7554/eLife.65148 (zero); fit of Murray et al. 2014 Nat Neurosci, doi:10.1038/nn.3862",
        "Rhythms and the high-pass filter shape it as much as memory does: with alpha the half width is that of its cycle, "
        + "and a high-pass at f forces a zero near 1/(4 f). Windows pull it down by about timescale over length. Compare "
        + "recordings with the same filter; timescale (the knee) removes rhythms first.")
    {
        Quantities = new Dictionary<string, string>
        {
            ["tau_s"] = "timescale of the exponential decay",
            ["half_width_s"] = "lag at which it falls to 1/2",
            ["first_zero_s"] = "lag at which it falls to 0",
            ["windows"] = "windows that were averaged",
            ["step_s"] = "distance of two lags of the curve",
            ["correlations"] = "the curve, from lag 0 on",
        },
    };

    /// <inheritdoc/>
    public IReadOnlyList<Setting> Settings { get; } = [AutocorrelationSettings.Window, AutocorrelationSettings.Lag];

    /// <inheritdoc/>
    public BiomarkerResult Measure(ChannelAnalysis channel)
    {
        ArgumentNullException.ThrowIfNull(channel);
        var signal = channel.Signal;
        var rate = signal.SamplingRate;
        var window = (int)Math.Round(channel.Get(AutocorrelationSettings.Window) * rate);
        var lags = (int)Math.Min(Math.Round(channel.Get(AutocorrelationSettings.Lag) * rate), window / 2);
        if (lags < 5)
            return AutocorrelationResult.None("fewer than five lags are looked at", "windows", 1 / rate, widths: true);
        var (values, windows) = AutocorrelationFunction.Of(signal.Samples, signal.Usable, window, lags);
        if (windows == 0)
        {
            return AutocorrelationResult.None(
                $"no uninterrupted usable part of {window / rate:0.###} s that varies; shorten autocorrelation.window",
                "windows", 1 / rate, widths: true);
        }

        var (fit, why) = CorrelationDecay.Exponential(values.AsSpan(1));
        var kept = (values.Length + MostKept - 1) / MostKept;
        return new AutocorrelationResult(
            fit is null ? Measured.Undefined(why!) : Measured.Of(fit.TauSteps / rate),
            Width(values, 0.5, rate), Width(values, 0, rate), windows, "windows", kept / rate,
            [.. values.Where((_, i) => i % kept == 0)]);
    }

    private static Measured Width(double[] values, double level, double rate)
    {
        var at = CorrelationDecay.Crossing(values, level);
        return double.IsNaN(at)
            ? Measured.Undefined($"it does not fall to {level} within the lags that were looked at")
            : Measured.Of(at / rate);
    }
}
