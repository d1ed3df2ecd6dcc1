using Isonomia.Measurement.Formats.Matlab.Values;
using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Formats.Eeglab;

/// <summary>
/// Time in a data set. Latencies count stored samples from one, fractions allowed. In continuous data a boundary event
/// says that samples were cut out there, and how many; in epoched data each epoch stands alone, and as nothing says
/// when it was, epochs follow one another.
/// </summary>
internal sealed class EeglabTimeline
{
    /// <summary>More samples than any recording has; beyond this a boundary says nothing.</summary>
    private const double LongestCut = 1e12;

    private readonly List<Stretch> stretches = [];
    private readonly List<RecordingEvent> events = [];

    private EeglabTimeline()
    {
    }

    public IReadOnlyList<Stretch> Stretches => stretches;

    public IReadOnlyList<RecordingEvent> Events => events;

    public static EeglabTimeline Of(EeglabSet set, int trials, int points, List<string> warnings)
    {
        var timeline = new EeglabTimeline();
        var marks = Marks(set);
        var isContinuous = set.Trials == 1;
        var cuts = new List<(int Sample, double Missing)>();
        if (isContinuous)
        {
            foreach (var mark in marks.Where(m => IsBoundary(m.Type)))
            {
                // The boundary at latency 1000.5 lies between samples 999 and 1000, counted from zero.
                var sample = Math.Ceiling(mark.Latency - 1);
                if (sample > 0 && sample < points)
                    cuts.Add(((int)sample, mark.Duration is > 0 and < LongestCut ? mark.Duration : 0));
            }
        }

        var rate = set.SamplingRate;
        var (first, missing) = (0, 0.0);
        foreach (var cut in cuts.GroupBy(c => c.Sample).OrderBy(g => g.Key))
        {
            timeline.stretches.Add(new Stretch((first + missing) / rate, (cut.Key - first) / rate));
            first = cut.Key;
            missing += cut.Sum(c => c.Missing);
        }

        if (isContinuous)
            timeline.stretches.Add(new Stretch((first + missing) / rate, (points - first) / rate));
        else
            timeline.stretches.AddRange(Enumerable.Range(0, trials).Select(i =>
                new Stretch((long)i * points / rate, points / rate)));

        foreach (var mark in marks)
        {
            var sample = mark.Latency - 1;
            var cutOut = cuts.Where(c => c.Sample <= sample).Sum(c => c.Missing);
            var duration = double.IsFinite(mark.Duration) ? Math.Max(0, mark.Duration) : 0;
            timeline.events.Add(new RecordingEvent((sample + cutOut) / rate, duration / rate, mark.Type));
        }

        var end = timeline.stretches[^1].Onset + timeline.stretches[^1].Duration;
        var kept = EventLimits.Within([.. timeline.events.OrderBy(e => e.Onset)], end, warnings);
        timeline.events.Clear();
        timeline.events.AddRange(kept);
        return timeline;
    }

    private static bool IsBoundary(string type) => type is "boundary" or "-99";

    private static List<(string Type, double Latency, double Duration)> Marks(EeglabSet set)
    {
        var marks = new List<(string, double, double)>();
        if (set.Structs("event") is not { } all)
            return marks;
        var (types, latencies, durations) = (all.Values("type"), all.Values("latency"), all.Values("duration"));
        for (var i = 0; i < Math.Min(types.Count, latencies.Count); i++)
        {
            if (latencies[i].Scalar is { } latency && double.IsFinite(latency))
                marks.Add(((types[i].Text ?? "").Trim(), latency, i < durations.Count ? durations[i].Scalar ?? 0 : 0));
        }

        return marks;
    }
}
