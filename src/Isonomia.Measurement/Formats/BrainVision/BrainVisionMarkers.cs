using System.Globalization;
using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Formats.BrainVision;

/// <summary>Reads marker files and puts their markers in time.</summary>
internal static class BrainVisionMarkers
{
    private const string DateFormat = "yyyyMMddHHmmssffffff";

    /// <summary>The markers of a file, by position.</summary>
    public static IReadOnlyList<BrainVisionMarker> Read(string path, List<string> warnings)
    {
        var markers = new List<BrainVisionMarker>();
        var unreadable = 0;
        foreach (var (_, fields) in new BrainVisionText(path).Numbered("Marker Infos", "Mk"))
        {
            if (fields.Length >= 3 && long.TryParse(fields[2], NumberStyles.None, null, out var position))
            {
                _ = long.TryParse(fields.ElementAtOrDefault(3), NumberStyles.None, null, out var size);
                markers.Add(new BrainVisionMarker(
                    fields[0], fields[1], Math.Max(0, position - 1), size, Date(fields.ElementAtOrDefault(5))));
            }
            else
            {
                unreadable++;
            }
        }

        if (unreadable > 0)
            warnings.Add($"markers that could not be read were left out: {unreadable}");
        return [.. markers.OrderBy(m => m.Position)];
    }

    private static DateTime? Date(string? text) =>
        DateTime.TryParseExact(text, DateFormat, null, DateTimeStyles.None, out var date) ? date : null;

    /// <summary>The first samples of the stretches: where new segments begin.</summary>
    public static IReadOnlyList<long> Starts(
        BrainVisionHeader header, IReadOnlyList<BrainVisionMarker> markers, long points)
    {
        var starts = new SortedSet<long> { 0 };
        starts.UnionWith(markers.Where(m => m.IsNewSegment && m.Position < points).Select(m => m.Position));
        if (starts.Count == 1 && header.SegmentPoints is { } length)
        {
            for (var start = length; start < points; start += length)
                starts.Add(start);
        }

        return [.. starts];
    }

    /// <summary>
    /// The stretches. A segment whose date says that it began later than the one before it ended lies after a gap;
    /// others follow on directly, but are never joined.
    /// </summary>
    public static IReadOnlyList<Stretch> Stretches(
        double rate, IReadOnlyList<BrainVisionMarker> markers, IReadOnlyList<long> starts, long points)
    {
        var dates = markers.Where(m => m.IsNewSegment && m.Date is not null)
            .DistinctBy(m => m.Position).ToDictionary(m => m.Position, m => m.Date!.Value);
        var stretches = new List<Stretch>();
        for (var i = 0; i < starts.Count; i++)
        {
            var onset = i == 0 ? 0 : stretches[^1].Onset + stretches[^1].Duration;
            if (i > 0 && dates.TryGetValue(starts[i], out var now) && dates.TryGetValue(starts[i - 1], out var before))
            {
                var stated = stretches[^1].Onset + (now - before).TotalSeconds;
                onset = stated - onset >= 1 / rate ? stated : onset;
            }

            var end = i + 1 < starts.Count ? starts[i + 1] : points;
            stretches.Add(new Stretch(onset, (end - starts[i]) / rate));
        }

        return stretches;
    }

    /// <summary>The events: every marker, in the time of the stretch it stands in.</summary>
    public static IReadOnlyList<RecordingEvent> Events(
        double rate,
        IReadOnlyList<BrainVisionMarker> markers,
        IReadOnlyList<long> starts,
        IReadOnlyList<Stretch> stretches)
    {
        var events = new List<RecordingEvent>(markers.Count);
        var stretch = 0;
        foreach (var marker in markers)
        {
            while (stretch + 1 < starts.Count && starts[stretch + 1] <= marker.Position)
                stretch++;
            var onset = stretches[stretch].Onset + (marker.Position - starts[stretch]) / rate;
            events.Add(new RecordingEvent(onset, marker.Size / rate, marker.Text));
        }

        return events;
    }
}
