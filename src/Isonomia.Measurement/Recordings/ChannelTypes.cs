namespace Isonomia.Measurement.Recordings;

/// <summary>What follows from a channel's type.</summary>
public static class ChannelTypes
{
    /// <summary>Whether the channel records brain activity, so that biomarkers of E/I are computed from it.</summary>
    public static bool IsNeural(this ChannelType type) => type is ChannelType.Eeg or ChannelType.Magnetometer
        or ChannelType.Gradiometer or ChannelType.Ecog or ChannelType.Seeg or ChannelType.Lfp;

    /// <summary>The lower-case name used in outputs (BIDS spelling where BIDS has one).</summary>
    public static string Label(this ChannelType type) => type switch
    {
        ChannelType.Eeg => "eeg",
        ChannelType.Magnetometer => "megmag",
        ChannelType.Gradiometer => "meggrad",
        ChannelType.Ecog => "ecog",
        ChannelType.Seeg => "seeg",
        ChannelType.Lfp => "lfp",
        ChannelType.Eog => "eog",
        ChannelType.Ecg => "ecg",
        ChannelType.Emg => "emg",
        ChannelType.Respiration => "resp",
        ChannelType.Stimulus => "trig",
        _ => "misc",
    };
}
