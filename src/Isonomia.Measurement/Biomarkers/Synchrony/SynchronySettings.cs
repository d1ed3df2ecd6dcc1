using Isonomia.Measurement.Settings;

namespace Isonomia.Measurement.Biomarkers.Synchrony;

/// <summary>What can be set for synchrony between channels.</summary>
public static class SynchronySettings
{
    /// <summary>Length of an epoch; zero for auto.</summary>
    public static readonly Setting<double> Epoch = new("synchrony.epoch", "auto",
        "length of the epochs over which channels are compared; auto takes epochs that were cut (epochs.event, "
        + "epochs.length, or an epoched file) whole and else 2s",
        text => text == "auto" ? 0 : SettingText.Seconds(text));

    /// <summary>The window of an epoch.</summary>
    public static readonly Setting<string> Method = new("synchrony.method", "hann",
        "hann (one window an epoch) or multitaper (prolate sequences, smoother over frequencies)",
        SettingText.OneOf("hann", "multitaper"));

    /// <summary>Time half bandwidth of multitaper.</summary>
    public static readonly Setting<double> TimeHalfBandwidth = new("synchrony.nw", "4",
        "time half bandwidth of multitaper: frequencies are smoothed over NW/epoch Hz on either side", ReadNw);

    /// <summary>Most epochs.</summary>
    public static readonly Setting<int> MostEpochs = new("synchrony.epochs", "600",
        "most epochs that are compared, evenly spaced over the recording; inf for all", SettingText.Count);

    private static double ReadNw(string text) => SettingText.Number(text) is >= 1 and <= 32 and var value
        ? value
        : throw new FormatException("a number from 1 to 32 was expected");
}
