using Isonomia.Measurement.Settings;

namespace Isonomia.Measurement.Biomarkers.Spikes;

/// <summary>What can be set for statistics of spikes.</summary>
public static class SpikeSettings
{
    /// <summary>The time that is measured.</summary>
    public static readonly Setting<Interval> Range = new("spikes.range", "0:inf",
        "from where to where spikes are measured, in s; start later to leave out a transient", ReadRange);

    /// <summary>Units whose own values are written.</summary>
    public static readonly Setting<int> Listed = new("spikes.listed", "1000",
        "units of each population whose own values are written, evenly spaced; statistics of a population use all",
        SettingText.Count);

    /// <summary>Refractoriness constant of LvR.</summary>
    public static readonly Setting<double> Refractoriness = new("spikes.refractoriness", "5ms",
        "refractoriness constant R of LvR", SettingText.Seconds);

    /// <summary>Window of the Fano factor.</summary>
    public static readonly Setting<double> FanoWindow = new("spikes.fano_window", "1s",
        "length of the windows in which spikes are counted for the Fano factor", SettingText.Seconds);

    /// <summary>Bin of pairwise correlations.</summary>
    public static readonly Setting<double> CorrelationBin = new("spikes.correlation_bin", "100ms",
        "length of the bins whose counts are correlated between units, and of the population's Fano factor",
        SettingText.Seconds);

    /// <summary>Units among which pairs are formed.</summary>
    public static readonly Setting<int> Sample = new("spikes.sample", "100",
        "units of a population that are paired with each other, evenly spaced among those that fire; inf for all",
        SettingText.Count);

    /// <summary>Half window of the tiling coefficient.</summary>
    public static readonly Setting<double> TilingWindow = new("spikes.tiling_window", "50ms",
        "how near a spike of the other unit must be to count for the spike time tiling coefficient",
        SettingText.Seconds);

    /// <summary>Bin of synchrony.</summary>
    public static readonly Setting<double> SynchronyBin = new("spikes.synchrony_bin", "10ms",
        "length of the bins whose counts stand for activity in chi", SettingText.Seconds);

    /// <summary>Bin of the population rate.</summary>
    public static readonly Setting<double> RhythmBin = new("spikes.rhythm_bin", "1ms",
        "length of the bins of the population rate whose spectrum is taken", SettingText.Seconds);

    /// <summary>Window of the spectrum of the population rate.</summary>
    public static readonly Setting<double> RhythmWindow = new("spikes.rhythm_window", "1s",
        "length of the windows of that spectrum; its inverse is the frequency resolution", SettingText.Seconds);

    /// <summary>Where a peak is looked for.</summary>
    public static readonly Setting<Interval> RhythmRange = new("spikes.rhythm_range", "2:200",
        "frequencies in Hz among which the peak is looked for", SettingText.Interval);

    private static Interval ReadRange(string text) => SettingText.Interval(text) is { Low: >= 0 } range
        ? range
        : throw new FormatException("a range that begins at 0 or later was expected");
}
