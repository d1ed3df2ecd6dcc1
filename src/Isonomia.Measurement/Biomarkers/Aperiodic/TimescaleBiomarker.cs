using Isonomia.Measurement.Biomarkers.Aperiodic.Parameterisation;
using Isonomia.Measurement.Biomarkers.Spectral;
using Isonomia.Measurement.Settings;

namespace Isonomia.Measurement.Biomarkers.Aperiodic;

/// <summary>How long a field potential remembers: the timescale of the knee in its spectrum.</summary>
public sealed class TimescaleBiomarker : IBiomarker
{
    /// <summary>Frequencies that are fitted.</summary>
    public static readonly Setting<Interval> Range = new("timescale.range", "1:100",
        "frequencies in Hz that are fitted, as far as filters (anti-aliasing too) pass them", SettingText.Interval);

    /// <summary>Narrowest and widest peak.</summary>
    public static readonly Setting<Interval> PeakWidth = new("timescale.peak_width", "1:12",
        "narrowest and widest peak of the knee fit, as two standard deviations in Hz", SettingText.Interval);

    /// <summary>How many candidates.</summary>
    public static readonly Setting<int> MaxPeaks = new("timescale.max_peaks", "8",
        "how many peaks the knee fit looks for at most", SettingText.Count);

    /// <summary>Absolute threshold.</summary>
    public static readonly Setting<double> MinPeakHeight = new("timescale.min_peak_height", "0.1",
        "least height of a peak of the knee fit, in log10 power above the background", SettingText.NotNegative);

    /// <inheritdoc/>
    public string Name => "timescale";

    /// <inheritdoc/>
    public BiomarkerDefinition Definition { get; } = new(
        "Intrinsic timescale from the spectrum's knee",
        "tau = 1 / (2 pi f_k), f_k = knee^(1/exponent) of a knee fit over timescale.range",
        Direction.Rises,
        Evidence.Weak,
        "Gao, van den Brink, Pfeffer & Voytek 2020, doi:10.7554/eLife.61277",
        "In network models stronger recurrent excitation lengthens memory, but time constants of membrane and synapse "
        + "set the same knee. Scalp EEG often has no knee within its band; a knee near the range's end, or made by a "
        + "high-pass filter, is not a timescale.")
    {
        Quantities = new Dictionary<string, string>
        {
            ["tau_s"] = "the timescale",
            ["knee_frequency_hz"] = "where the spectrum bends",
            ["range_low_hz"] = "lower end of the range that was fitted",
            ["range_high_hz"] = "upper end of the range that was fitted",
        },
    };

    /// <inheritdoc/>
    public IReadOnlyList<Setting> Settings { get; } =
    [
        .. SpectrumSettings.All, Range, PeakWidth, MaxPeaks, MinPeakHeight,
        AperiodicSettings.PeakThreshold, AperiodicSettings.Following, AperiodicSettings.Refits,
    ];

    /// <inheritdoc/>
    public BiomarkerResult Measure(ChannelAnalysis channel)
    {
        ArgumentNullException.ThrowIfNull(channel);
        var (wanted, signal) = (channel.Get(Range), channel.Signal);
        var clean = Math.Min(signal.Passband.High, FitWarnings.AntiAliasing * signal.SamplingRate / 2);
        var range = new Interval(Math.Max(wanted.Low, signal.Passband.Low), Math.Min(wanted.High, clean));
        var options = AperiodicSettings.Options(channel) with
        {
            Range = range,
            Mode = AperiodicMode.Knee,
            PeakWidth = channel.Get(PeakWidth),
            MaxPeaks = channel.Get(MaxPeaks),
            MinPeakHeight = channel.Get(MinPeakHeight),
        };
        var parameterised = ParameterisedSpectrum.Make(channel, options, channel.Get(AperiodicSettings.Refits));
        var within = parameterised.Fit.KneeFrequency is var knee && range.Contains(knee);
        var why = double.IsNaN(knee)
            ? AperiodicResult.NoKnee
            : $"the fitted knee, {knee:0.###} Hz, lies outside the fitted range, {range.Low:0.##}:{range.High:0.##} Hz";
        double Knee(SpectralFit fit) => within ? fit.KneeFrequency : double.NaN;
        return new TimescaleResult(
            parameterised,
            range,
            parameterised.MeasurePositive(fit => 1 / (2 * Math.PI * Knee(fit)), why),
            parameterised.MeasurePositive(Knee, why))
        {
            Warnings = FitWarnings.Of(signal, range, parameterised),
        };
    }
}
