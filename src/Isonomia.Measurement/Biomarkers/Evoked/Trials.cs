using Isonomia.Measurement.Recordings;
using Isonomia.Measurement.Settings;

namespace Isonomia.Measurement.Biomarkers.Evoked;

/// <summary>The clean trials of a channel: equally long ranges, aligned to a stimulus.</summary>
/// <param name="Ranges">The trials.</param>
/// <param name="Zero">Which sample of a trial is the stimulus; may lie outside.</param>
/// <param name="Why">Why there are none; null where there are.</param>
internal sealed record Trials(IReadOnlyList<SampleRange> Ranges, int Zero, string? Why)
{
    /// <summary>Whether the stimulus is named, or the file comes in epochs.</summary>
    public static bool AreMarked(ChannelAnalysis channel) =>
        channel.Get(EvokedSettings.Event) != "auto"
        || channel.Signal.Events.Any(e => e.Description == SignalEvent.EpochZero);

    /// <summary>The trials around the stimulus that settings name, within a window in seconds.</summary>
    public static Trials Around(ChannelAnalysis channel, Interval window) => Around(channel,
        channel.Get(EvokedSettings.Event) is "auto" ? SignalEvent.EpochZero : channel.Get(EvokedSettings.Event), window,
        EvokedKeys.Stimulus);

    /// <summary>The trials around a stimulus, within a window in seconds.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="description">The events that are stimuli.</param>
    /// <param name="window">From where to where around each, in seconds.</param>
    /// <param name="key">The setting that names them.</param>
    public static Trials Around(ChannelAnalysis channel, string description, Interval window, string key)
    {
        var signal = channel.Signal;
        var marks = signal.Events.Where(e => e.Description == description).ToArray();
        if (marks.Length == 0)
            return new Trials([], 0, Unmarked(signal, description, key));
        var (first, end) = ((int)Math.Round(window.Low * signal.SamplingRate), (int)Math.Round(window.High * signal.SamplingRate));
        if (description == SignalEvent.EpochZero)
            (first, end) = Within(signal, marks, first, end);
        SampleRange[] all = [.. marks.Select(m => new SampleRange(m.Sample + first, end - first))];
        SampleRange[] clean = [.. all.Where(r => r.Count > 1 && signal.Usable.Any(u => r.First >= u.First && r.End <= u.End))];
        return new Trials(clean, -first, clean.Length >= 2 ? null
            : $"only {clean.Length} of {marks.Length} trials from {window.Low} to {window.High} s are clean and whole");
    }

    /// <summary>Successive windows of a length.</summary>
    public static Trials Successive(Signal signal, int length)
    {
        SampleRange[] all = [.. signal.Usable.SelectMany(u => Enumerable.Range(0, length > 0 ? u.Count / length : 0)
            .Select(k => new SampleRange(u.First + (k * length), length)))];
        return new Trials(all, 0, all.Length >= 2 ? null : "the signal is too short for two windows");
    }

    // Epochs of a file may be shorter than the window: what all of them have is taken.
    private static (int First, int End) Within(Signal signal, SignalEvent[] marks, int first, int end)
    {
        foreach (var mark in marks)
        {
            var stretch = signal.Continuous.FirstOrDefault(s => mark.Sample >= s.First && mark.Sample < s.End);
            if (stretch.Count == 0)
                continue;
            first = Math.Max(first, stretch.First - mark.Sample);
            end = Math.Min(end, stretch.End - mark.Sample);
        }

        return (first, end);
    }

    private static string Unmarked(Signal signal, string description, string key)
    {
        var known = signal.Events.GroupBy(e => e.Description).OrderByDescending(g => g.Count()).Take(12)
            .Select(g => $"{g.Key} ({g.Count()})").ToArray();
        var has = known.Length > 0 ? "it has " + string.Join(", ", known) : "it has no events";
        return description is SignalEvent.EpochZero or "none"
            ? $"which events are stimuli is not said ({key}); {has}"
            : $"no event is called '{description}'; {has}";
    }
}
