using Isonomia.Measurement.Settings;

namespace Isonomia.Measurement.Biomarkers.Timescales;

/// <summary>What can be set for autocorrelations.</summary>
public static class AutocorrelationSettings
{
    /// <summary>Window of a signal.</summary>
    public static readonly Setting<double> Window = new("autocorrelation.window", "20s",
        "length of the windows whose autocorrelations are averaged", SettingText.Seconds);

    /// <summary>Farthest lag of a signal.</summary>
    public static readonly Setting<double> Lag = new("autocorrelation.lag", "2s",
        "farthest lag of a signal that is looked at; less than half a window", SettingText.Seconds);

    /// <summary>Bin of spike counts.</summary>
    public static readonly Setting<double> SpikeBin = new("spikes.autocorrelation_bin", "50ms",
        "length of the bins of spike counts whose autocorrelation gives a timescale", SettingText.Seconds);

    /// <summary>Farthest lag of spike counts.</summary>
    public static readonly Setting<double> SpikeLag = new("spikes.autocorrelation_lag", "1s",
        "farthest lag of that autocorrelation", SettingText.Seconds);
}
