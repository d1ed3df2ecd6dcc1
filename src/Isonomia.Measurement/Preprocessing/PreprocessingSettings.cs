using Isonomia.Measurement.Settings;

namespace Isonomia.Measurement.Preprocessing;

/// <summary>What can be set about the way from a raw recording to signals that are fit to be measured.</summary>
public static class PreprocessingSettings
{
    /// <summary>Which channels are measured.</summary>
    public static readonly Setting<string> Channels = new("preprocessing.channels", "neural",
        "channels to measure: neural, all (but triggers), or types joined by + (eeg+ecog)", text => text);

    /// <summary>Bad-channel detection.</summary>
    public static readonly Setting<string> BadChannels = new("preprocessing.bad_channels", "auto",
        "channels to set aside: auto (marked as bad, flat, dead, noisy, line-dominated), off, or names joined by +", text => text);

    /// <summary>The reference.</summary>
    public static readonly Setting<string> Reference = new("preprocessing.reference", "auto",
        "auto (average from 16 good EEG channels on, else as recorded), average, none, or channel names joined by +",
        text => text);

    /// <summary>High-pass corner.</summary>
    public static readonly Setting<double> HighPass = new("preprocessing.highpass", "0.5",
        "corner of the zero-phase FIR high-pass in Hz, or off", OffOr(SettingText.Hertz));

    /// <summary>Low-pass corner.</summary>
    public static readonly Setting<double> LowPass = new("preprocessing.lowpass", "off",
        "corner of the zero-phase FIR low-pass in Hz, or off", OffOr(SettingText.Hertz));

    /// <summary>Notch.</summary>
    public static readonly Setting<string> Notch = new("preprocessing.notch", "auto",
        "auto (50 or 60 Hz where the line stands out, and its harmonics), off, or the line frequency in Hz",
        text => text is "auto" or "off" ? text : SettingText.Hertz(text).ToString());

    /// <summary>New sampling rate.</summary>
    public static readonly Setting<double> Resample = new("preprocessing.resample", "off",
        "new sampling rate in Hz, anti-aliased, or off", OffOr(SettingText.Hertz));

    /// <summary>Amplitude limit.</summary>
    public static readonly Setting<double> Amplitude = new("preprocessing.amplitude", "10",
        "half-second windows beyond this many robust SDs of the channel are not measured; or off",
        OffOr(SettingText.Positive));

    /// <summary>Gradient limit.</summary>
    public static readonly Setting<double> Gradient = new("preprocessing.gradient", "15",
        "half-second windows with sample-to-sample steps beyond this many robust SDs of the channel's steps are not "
        + "measured; or off", OffOr(SettingText.Positive));

    /// <summary>Whether events that begin with BAD take their time out.</summary>
    public static readonly Setting<bool> BadEvents = new("preprocessing.bad_events", "on",
        "whether times marked by events beginning with BAD are left out", SettingText.Switch);

    /// <summary>Epochs by event.</summary>
    public static readonly Setting<string> EpochEvent = new("epochs.event", "none",
        "measure only around events with this description; none for the whole recording", text => text);

    /// <summary>Epoch limits around events.</summary>
    public static readonly Setting<Interval> EpochWindow = new("epochs.window", "0:1",
        "from where to where around the event, in s", SettingText.Interval);

    /// <summary>Epochs of fixed length.</summary>
    public static readonly Setting<double> EpochLength = new("epochs.length", "off",
        "cut into epochs of this length in s and measure only whole clean ones; or off", OffOr(SettingText.Seconds));

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Setting> All { get; } =
    [
        Channels, BadChannels, Reference, HighPass, LowPass, Notch, Resample, Amplitude, Gradient, BadEvents,
        EpochEvent, EpochWindow, EpochLength,
    ];

    /// <summary>What <c>--raw</c> sets: nothing is done to the recording.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Raw { get; } =
    [
        new(Channels.Key, "all"), new(BadChannels.Key, "off"), new(Reference.Key, "none"), new(HighPass.Key, "off"),
        new(LowPass.Key, "off"), new(Notch.Key, "off"), new(Resample.Key, "off"), new(Amplitude.Key, "off"),
        new(Gradient.Key, "off"), new(BadEvents.Key, "off"),
    ];

    // Zero stands for off: none of these quantities can be zero.
    private static Func<string, double> OffOr(Func<string, double> read) => text => text == "off" ? 0 : read(text);
}
