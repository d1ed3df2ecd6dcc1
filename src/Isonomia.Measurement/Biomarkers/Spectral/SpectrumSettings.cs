using Isonomia.Measurement.Settings;

namespace Isonomia.Measurement.Biomarkers.Spectral;

/// <summary>What can be set about the estimate of a power spectrum, for every biomarker that begins with one.</summary>
public static class SpectrumSettings
{
    /// <summary>Welch's method or multitaper.</summary>
    public static readonly Setting<string> Method = new("spectrum.method", "welch",
        "how the power spectrum is estimated: welch (Hann) or multitaper (Slepian)",
        SettingText.OneOf("welch", "multitaper"));

    /// <summary>Length of the windows that are averaged.</summary>
    public static readonly Setting<double> Window = new("spectrum.window", "2s",
        "length of the windows that are averaged; its inverse is the frequency resolution", SettingText.Seconds);

    /// <summary>How much neighbouring windows share.</summary>
    public static readonly Setting<double> Overlap = new("spectrum.overlap", "0.5",
        "fraction of a window that the next one shares", SettingText.Fraction);

    /// <summary>Mean or median over windows.</summary>
    public static readonly Setting<string> Average = new("spectrum.average", "mean",
        "over windows: mean, or median (outlasts artefacts, but scatters more)", SettingText.OneOf("mean", "median"));

    /// <summary>Smoothing of the multitaper estimate.</summary>
    public static readonly Setting<double> Bandwidth = new("spectrum.bandwidth", "2Hz",
        "whole bandwidth over which multitaper smooths", SettingText.Hertz);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Setting> All { get; } = [Method, Window, Overlap, Average, Bandwidth];
}
