using Isonomia.Measurement.Settings;

namespace Isonomia.Measurement.Biomarkers.Hurst;

/// <summary>What can be set for the Hurst exponent.</summary>
public static class HurstSettings
{
    /// <summary>The scales that are fitted.</summary>
    public static readonly Setting<Interval> Range = new("hurst.range", "auto",
        "shortest and longest window that is fitted, in s, as low:high; auto: from 16 samples, or a cycle of the low-pass,"
        + " to half a cycle of the high-pass, and an eighth of the recording at most",
        text => text == "auto" ? new Interval(0, double.PositiveInfinity) : SettingText.Interval(text));
}
