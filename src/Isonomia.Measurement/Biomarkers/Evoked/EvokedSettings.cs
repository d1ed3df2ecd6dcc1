using Isonomia.Measurement.Settings;

namespace Isonomia.Measurement.Biomarkers.Evoked;

/// <summary>What can be set for responses to stimuli.</summary>
public static class EvokedSettings
{
    /// <summary>The stimulus.</summary>
    public static readonly Setting<string> Event = new("evoked.event", "auto",
        "description of the events that are stimuli; auto takes the moment to which an epoched file is aligned",
        text => text);

    /// <summary>The trial.</summary>
    public static readonly Setting<Interval> Window = new("evoked.window", "-0.5:1",
        "from where to where around the stimulus a trial reaches, in s", SettingText.Interval);

    /// <summary>Cycles of the wavelet.</summary>
    public static readonly Setting<double> Cycles = new("evoked.cycles", "0.5",
        "cycles of the wavelet for each Hz of its frequency (0.5: five cycles at 10 Hz); never fewer than two",
        SettingText.Positive);

    /// <summary>Frequency of stimulation.</summary>
    public static readonly Setting<double> Frequency = new("steady_state.frequency", "40",
        "frequency at which stimuli repeat, in Hz", SettingText.Hertz);

    /// <summary>Where the response is steady.</summary>
    public static readonly Setting<Interval> Steady = new("steady_state.window", "0.2:0.5",
        "from where to where after the stimulus's onset the response is steady, in s; shortened to whole cycles",
        SettingText.Interval);

    /// <summary>Neighbouring frequencies.</summary>
    public static readonly Setting<int> Neighbours = new("steady_state.neighbours", "4",
        "how many frequencies on either side the response is compared with, the nearest left out", SettingText.Count);

    /// <summary>Whether stimulation goes on without pause.</summary>
    public static readonly Setting<bool> Continuous = new("steady_state.continuous", "off",
        "on where stimuli repeat throughout: successive windows are then the trials", SettingText.Switch);
}
