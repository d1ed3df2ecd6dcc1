using Isonomia.Measurement.Settings;

namespace Isonomia.Measurement.Biomarkers.Rhythms;

/// <summary>
/// What can be set for bursts of rhythms, and for amplitudes that follow the phase of slower rhythms.
/// </summary>
public static class RhythmSettings
{
    /// <summary>Bands in which bursts are sought.</summary>
    public static readonly Setting<string> BurstBands = new("bursts.bands", "gamma",
        "bands in which bursts are sought, joined by +", text => text);

    /// <summary>Threshold.</summary>
    public static readonly Setting<double> BurstThreshold = new("bursts.threshold", "2",
        "amplitude above which a burst lasts, in standard deviations above its mean", SettingText.Positive);

    /// <summary>Shortest burst.</summary>
    public static readonly Setting<double> BurstCycles = new("bursts.cycles", "3",
        "cycles of the band's middle frequency that a burst lasts at least", SettingText.NotNegative);

    /// <summary>The slow rhythm.</summary>
    public static readonly Setting<Interval> Phase = new("pac.phase", "4:8",
        "band of the rhythm whose phase is taken, in Hz", ReadBand);

    /// <summary>The fast rhythm.</summary>
    public static readonly Setting<Interval> Amplitude = new("pac.amplitude", "30:60",
        "band of the rhythm whose amplitude is taken, in Hz; at least twice as wide as the slow one is fast", ReadBand);

    /// <summary>Bins of phase.</summary>
    public static readonly Setting<int> PhaseBins = new("pac.bins", "18", "bins into which phase is divided", ReadBins);

    /// <summary>Surrogates.</summary>
    public static readonly Setting<int> Surrogates = new("pac.surrogates", "200",
        "surrogates (amplitude shifted against phase) that say what chance gives", SettingText.Count);

    private static Interval ReadBand(string text) => SettingText.Interval(text) is { Low: > 0, High: < double.PositiveInfinity } band
        ? band
        : throw new FormatException("a band begins above 0 Hz and ends");

    private static int ReadBins(string text) => SettingText.Count(text) is >= 4 and <= 360 and var bins
        ? bins
        : throw new FormatException("a whole number from 4 to 360 was expected");
}
