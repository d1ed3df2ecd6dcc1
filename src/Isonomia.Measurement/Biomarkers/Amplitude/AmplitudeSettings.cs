using Isonomia.Measurement.Settings;

namespace Isonomia.Measurement.Biomarkers.Amplitude;

/// <summary>What can be set for the biomarkers of amplitude dynamics.</summary>
public static class AmplitudeSettings
{
    /// <summary>Window lengths the scaling exponent is read from, in seconds.</summary>
    public static readonly Setting<Interval> DfaRange = new(
        "dfa.range", "5:30", "window lengths the exponent is fitted to, in seconds", SettingText.Interval);

    /// <summary>Window lengths the fluctuation is computed at, in seconds; null: those of the fit.</summary>
    public static readonly Setting<Interval> DfaCompute = new(
        "dfa.compute", "fit", "window lengths the fluctuation is computed at, in seconds, or fit: those fitted", OrFit);

    /// <summary>Share of a window that it has in common with the next.</summary>
    public static readonly Setting<double> DfaOverlap = new(
        "dfa.overlap", "0.5", "share of a window that it has in common with the next", SettingText.Fraction);

    /// <summary>The bands whose amplitude is analysed, by name.</summary>
    public static readonly Setting<string> DfaBands = new(
        "dfa.bands", "all", "bands whose amplitude is analysed, by name with commas between, or all", text => text);

    /// <summary>Length of the windows of the functional E/I ratio, in seconds.</summary>
    public static readonly Setting<double> FeiWindow = new(
        "fei.window", "5", "length of the windows of the functional E/I ratio, in seconds", SettingText.Seconds);

    /// <summary>Share of a window of the functional E/I ratio that it has in common with the next.</summary>
    public static readonly Setting<double> FeiOverlap = new(
        "fei.overlap", "0.8", "share of such a window that it has in common with the next", SettingText.Fraction);

    /// <summary>The scaling exponent above which the functional E/I ratio is defined.</summary>
    public static readonly Setting<double> FeiThreshold = new(
        "fei.dfa_threshold", "0.6", "the ratio is undefined where the scaling exponent is not above this",
        SettingText.NotNegative);

    /// <summary>Whether outlying windows are left out of the functional E/I ratio.</summary>
    public static readonly Setting<bool> FeiOutliers = new(
        "fei.outliers", "on", "whether outlying windows are left out (generalized ESD test)", SettingText.Switch);

    /// <summary>The bands in use for these settings.</summary>
    /// <exception cref="SettingException">There is no band of that name.</exception>
    public static IReadOnlyList<Band> BandsOf(MeasureSettings settings)
    {
        var names = settings.Get(DfaBands);
        if (names == "all")
            return settings.Bands;
        return
        [
            .. names.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(name =>
                settings.Bands.FirstOrDefault(b => b.Name == name) ?? throw new SettingException(
                    $"{DfaBands.Key}={names}: there is no band '{name}'"
                    + Suggestion.For(name, settings.Bands.Select(b => b.Name)))),
        ];
    }

    private static Interval OrFit(string text) =>
        text == "fit" ? new Interval(double.NaN, double.NaN) : SettingText.Interval(text);
}
