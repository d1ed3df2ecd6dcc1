using Isonomia.Measurement.Biomarkers.Aperiodic.Parameterisation;
using Isonomia.Measurement.Settings;

namespace Isonomia.Measurement.Biomarkers.Aperiodic;

/// <summary>What can be set about the parameterisation of a channel's spectrum.</summary>
public static class AperiodicSettings
{
    /// <summary>Frequencies that are fitted.</summary>
    public static readonly Setting<Interval> Range = new("aperiodic.range", "2:40",
        "frequencies in Hz that are fitted", SettingText.Interval);

    /// <summary>Line or knee.</summary>
    public static readonly Setting<string> Mode = new("aperiodic.mode", "fixed",
        "form of the aperiodic component: fixed (a line in log-log axes) or knee", SettingText.OneOf("fixed", "knee"));

    /// <summary>Narrowest and widest peak.</summary>
    public static readonly Setting<Interval> PeakWidth = new("aperiodic.peak_width", "0.5:12",
        "narrowest and widest peak, as two standard deviations in Hz", SettingText.Interval);

    /// <summary>How many candidates.</summary>
    public static readonly Setting<int> MaxPeaks = new("aperiodic.max_peaks", "inf",
        "how many peaks are looked for at most", SettingText.Count);

    /// <summary>Absolute threshold.</summary>
    public static readonly Setting<double> MinPeakHeight = new("aperiodic.min_peak_height", "0",
        "least height of a peak, in log10 power above the aperiodic component", SettingText.NotNegative);

    /// <summary>Relative threshold.</summary>
    public static readonly Setting<double> PeakThreshold = new("aperiodic.peak_threshold", "2",
        "least height of a peak, in standard deviations of the flattened spectrum", SettingText.NotNegative);

    /// <summary>Whose details to follow where public versions differ.</summary>
    public static readonly Setting<string> Following = new("aperiodic.following", "fooof",
        "whose details to follow where the public versions differ: fooof (1.1.1) or specparam2 (2.0rc8)",
        SettingText.OneOf("fooof", "specparam2"));

    /// <summary>Refits behind the standard errors.</summary>
    public static readonly Setting<int> Refits = new("aperiodic.refits", "40",
        "refits to spectra drawn from the fit, from which standard errors come; 0 for none", SettingText.Count);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Setting> All { get; } =
        [Range, Mode, PeakWidth, MaxPeaks, MinPeakHeight, PeakThreshold, Following, Refits];

    internal static SpectralParameterisationOptions Options(ChannelAnalysis channel)
    {
        var options = new SpectralParameterisationOptions
        {
            Range = channel.Get(Range),
            Mode = channel.Get(Mode) == "knee" ? AperiodicMode.Knee : AperiodicMode.Fixed,
            PeakWidth = channel.Get(PeakWidth),
            MaxPeaks = channel.Get(MaxPeaks),
            MinPeakHeight = channel.Get(MinPeakHeight),
            PeakThreshold = channel.Get(PeakThreshold),
        };
        return channel.Get(Following) == "specparam2" ? options.AsSpecparam2() : options;
    }
}
