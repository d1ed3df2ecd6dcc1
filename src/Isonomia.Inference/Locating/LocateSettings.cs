using Isonomia.Measurement.Preprocessing;
using Isonomia.Measurement.Settings;

namespace Isonomia.Inference.Locating;

/// <summary>What can be set about the spectrum that is located, beside the preprocessing.</summary>
public static class LocateSettings
{
    /// <summary>The frequency range.</summary>
    public static readonly Setting<Interval> Range = new("locate.range", "1:45",
        "frequencies in Hz that are held against the model, within what the recording passes", SettingText.Interval);

    /// <summary>The window.</summary>
    public static readonly Setting<double> Window = new("locate.window", "4s",
        "length of the Hann windows, half overlapping; its inverse is the distance of frequencies", SettingText.Seconds);

    /// <summary>How much around the line frequency is left out.</summary>
    public static readonly Setting<double> LineWidth = new("locate.line_width", "2",
        "frequencies this near, in Hz, to the mains or its harmonics do not count", SettingText.Hertz);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Setting> All { get; } = [Range, Window, LineWidth];

    /// <summary>Everything that can be set for locating, at its default.</summary>
    public static MeasureSettings Default { get; } = new(PreprocessingSettings.All.Concat(All));
}
