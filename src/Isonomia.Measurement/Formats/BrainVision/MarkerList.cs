using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Formats.BrainVision;

/// <summary>The markers that say what a recording's events and stretches are.</summary>
internal static class MarkerList
{
    private const string NewSegment = "New Segment";

    /// <summary>
    /// A new segment at the beginning of each stretch (where there is but one, only if its date is known or the events
    /// name it), and the events at the samples they begin with.
    /// </summary>
    public static IReadOnlyList<BrainVisionMarker> Of(Recording recording)
    {
        var rate = recording.Channels[0].SamplingRate;
        var ranges = recording.RangesOf(0);
        var stretches = recording.Stretches;
        var markers = new List<BrainVisionMarker>();
        foreach (var (range, stretch) in ranges.Zip(stretches))
        {
            var named = recording.Events.FirstOrDefault(e => IsNewSegment(e) && Sample(e.Onset) == range.First);
            if (stretches.Count > 1 || recording.Header.Start is not null || named is not null)
            {
                markers.Add(new BrainVisionMarker(
                    NewSegment, "", range.First, (long)Math.Round((named?.Duration ?? 0) * rate),
                    recording.Header.Start?.AddSeconds(stretch.Onset)));
            }
        }

        var starts = ranges.Select(r => (long)r.First).ToHashSet();
        foreach (var one in recording.Events)
        {
            var at = Sample(one.Onset);
            if (IsNewSegment(one) && starts.Contains(at))
                continue;
            var slash = one.Description.IndexOf('/');
            markers.Add(new BrainVisionMarker(
                slash > 0 ? one.Description[..slash] : "", one.Description[(slash > 0 ? slash + 1 : 0)..], at,
                (long)Math.Round(one.Duration * rate), null));
        }

        return [.. markers.OrderBy(m => m.Position)];

        // Within the stretch the event falls into; in a gap, the first sample after it.
        long Sample(double onset)
        {
            for (var i = 0; i < ranges.Count; i++)
            {
                var since = Math.Round((onset - stretches[i].Onset) * rate);
                if (since < ranges[i].Count)
                    return ranges[i].First + (long)Math.Max(0, since);
            }

            return ranges[^1].End - 1;
        }
    }

    private static bool IsNewSegment(RecordingEvent one) => one.Description is NewSegment or NewSegment + "/";
}
