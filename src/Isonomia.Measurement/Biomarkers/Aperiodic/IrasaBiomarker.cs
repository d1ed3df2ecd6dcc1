using Isonomia.Measurement.Biomarkers.Aperiodic.Resampling;
using Isonomia.Measurement.Biomarkers.Spectral;
using Isonomia.Measurement.Settings;

namespace Isonomia.Measurement.Biomarkers.Aperiodic;

/// <summary>The aperiodic component by resampling, without a model of the peaks.</summary>
public sealed class IrasaBiomarker : IBiomarker
{
    /// <summary>Frequencies that are fitted.</summary>
    public static readonly Setting<Interval> Range = new("irasa.range", "2:40",
        "frequencies in Hz over which the line is fitted; resampling looks 1.9 times as far", SettingText.Interval);

    /// <summary>Length of windows.</summary>
    public static readonly Setting<double> Window = new("irasa.window", "4s",
        "length of the windows of the spectra", SettingText.Seconds);

    /// <summary>Resampling factors.</summary>
    public static readonly Setting<Interval> Factors = new("irasa.factors", "1.1:1.9",
        "smallest and largest resampling factor, in steps of 0.05", ReadFactors);

    /// <inheritdoc/>
    public string Name => "irasa";

    /// <inheritdoc/>
    public BiomarkerDefinition Definition { get; } = new(
        "Aperiodic component by irregular resampling (IRASA)",
        "aperiodic P(f) = median over h of sqrt(P_h(f) P_1/h(f)), h 1.1 .. 1.9; its log10 = offset - exponent log10 f",
        Direction.Falls,
        Evidence.Moderate,
        "Wen & Liu 2016, doi:10.1007/s10548-015-0448-0; as a marker of E/I as the aperiodic exponent: Gao, Peterson & "
        + "Voytek 2017, doi:10.1016/j.neuroimage.2017.06.078",
        "It looks from the range's lower end / 1.9 to its upper end x 1.9, where no filter may act. A knee or a noise "
        + "floor biases it (Gerster et al. 2022, doi:10.1007/s12021-022-09581-8), and so does a rhythm broader than "
        + "resampling moves it: an alpha peak of 3 Hz width by up to 0.2, which its error does not contain. What moves "
        + "the aperiodic exponent moves it too.")
    {
        Quantities = new Dictionary<string, string>
        {
            ["offset"] = "log10 power of the aperiodic component at 1 Hz, by the line",
            ["exponent"] = "how steeply the aperiodic component falls",
            ["r_squared"] = "squared correlation of line and aperiodic component, in log10 power",
            ["range_low_hz"] = "lower end of the range that was fitted",
            ["range_high_hz"] = "upper end of the range that was fitted",
            ["frequencies_hz"] = "frequencies of the bins",
            ["aperiodic"] = "the aperiodic component's density at each",
            ["periodic"] = "what it leaves of the whole density; may be negative",
        },
    };

    /// <inheritdoc/>
    public IReadOnlyList<Setting> Settings { get; } = [Range, Window, Factors];

    /// <inheritdoc/>
    public BiomarkerResult Measure(ChannelAnalysis channel)
    {
        ArgumentNullException.ThrowIfNull(channel);
        var signal = channel.Signal;
        IrasaResult None(string why) => new(signal.Channel.Unit, default, null, why);
        var options = new IrasaOptions
        {
            Range = channel.Get(Range),
            WindowSeconds = channel.Get(Window),
            Factors = channel.Get(Factors),
        };
        var (range, warnings) = Reachable(signal, options);
        options = options with { Range = range };
        var bins = (range.High - range.Low) * options.WindowSeconds;
        if (!(range.High >= 2 * range.Low) || bins < 8)
        {
            return None("less than an octave of irasa.range is left where resampling by up to "
                + $"{options.Factors.High} stays between the filters' edges");
        }

        if (UsableSamples.Fault(signal) is { } fault)
            return None(fault);
        var estimate = Irasa.Estimate(signal.Samples, signal.SamplingRate, signal.Usable, options);
        if (estimate is null)
        {
            var seconds = options.WindowSeconds * options.Factors.High;
            return None($"no uninterrupted usable part is as long as {seconds:0.###} s (irasa.window times the largest "
                + "factor)");
        }

        return Array.TrueForAll(estimate.Aperiodic, a => a > 0 && double.IsFinite(a))
            ? new IrasaResult(signal.Channel.Unit, range, estimate, null) { Warnings = warnings }
            : None("the signal has no (or not finite) power at some frequencies of irasa.range");
    }

    private static (Interval Range, string[] Warnings) Reachable(Signal signal, IrasaOptions options)
    {
        var evaluated = options.Evaluated;
        var high = Math.Min(signal.SamplingRate / 2, signal.Passband.High);
        var range = new Interval(
            evaluated.Low < signal.Passband.Low ? signal.Passband.Low * options.Factors.High : options.Range.Low,
            evaluated.High > high ? high / options.Factors.High : options.Range.High);
        return range == options.Range
            ? (range, [])
            : (range, [$"the fitted range was narrowed to {range.Low:0.##}:{range.High:0.##} Hz: resampling looks "
                + $"{options.Factors.High} times as far, beyond a filter's edge or half the sampling rate"]);
    }

    private static Interval ReadFactors(string text) =>
        SettingText.Interval(text) is { Low: >= 1.05, High: <= 4 } factors
            ? factors
            : throw new FormatException("resampling factors lie between 1.05 and 4");
}
