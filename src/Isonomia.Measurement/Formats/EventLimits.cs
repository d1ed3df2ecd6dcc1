using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Formats;

/// <summary>Events outside what was recorded.</summary>
internal static class EventLimits
{
    /// <summary>
    /// Cuts events to the time recorded and leaves out those wholly outside, as MNE does; the warnings say how many.
    /// </summary>
    /// <param name="events">The events.</param>
    /// <param name="duration">Seconds from the first sample to the end of the last.</param>
    /// <param name="warnings">Where to warn.</param>
    public static IReadOnlyList<RecordingEvent> Within(
        IReadOnlyList<RecordingEvent> events, double duration, List<string> warnings)
    {
        var kept = new List<RecordingEvent>(events.Count);
        var (outside, cut) = (0, 0);
        foreach (var one in events)
        {
            var (begin, end) = (Math.Max(0, one.Onset), Math.Min(duration, one.Onset + one.Duration));
            if (one.Onset >= duration || one.Onset + one.Duration < 0)
            {
                outside++;
            }
            else if (begin == one.Onset && one.Onset + one.Duration <= duration)
            {
                kept.Add(one);
            }
            else
            {
                cut++;
                kept.Add(one with { Onset = begin, Duration = end - begin });
            }
        }

        if (outside > 0)
            warnings.Add($"events outside the recording were left out: {outside}");
        if (cut > 0)
            warnings.Add($"events that reach beyond the recording were cut to it: {cut}");
        return kept;
    }
}
