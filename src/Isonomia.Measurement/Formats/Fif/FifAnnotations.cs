using Isonomia.Measurement.Formats.Bytes;
using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Formats.Fif;

/// <summary>The annotations MNE writes into FIF files: onsets, ends, and descriptions joined by colons.</summary>
internal static class FifAnnotations
{
    /// <summary>The annotations as events; those that do not go together are left out with a warning.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="tags">Its tags.</param>
    /// <param name="date">When the measurement began.</param>
    /// <param name="lead">Seconds from then to the first sample.</param>
    /// <param name="warnings">Where to warn.</param>
    public static List<RecordingEvent> Of(
        IByteSource bytes, IReadOnlyList<FifTag> tags, DateTime? date, double lead, List<string> warnings)
    {
        var own = tags.Where(t => t.Block == FifKind.InBlockAnnotations).ToList();
        if (own.Count == 0)
            return [];
        var onsets = FifInfo.First(own, FifKind.AnnotationOnset)?.Numbers(bytes) ?? [];
        var ends = FifInfo.First(own, FifKind.AnnotationEnd)?.Numbers(bytes) ?? [];
        var texts = (FifInfo.First(own, FifKind.Comment)?.Text(bytes) ?? "").Split(':');
        if (onsets.Length == 0)
            return [];
        if (ends.Length != onsets.Length || texts.Length != onsets.Length)
        {
            warnings.Add($"the annotations were left out: {onsets.Length} onsets, {ends.Length} ends and "
                + $"{texts.Length} descriptions");
            return [];
        }

        // Onsets count from the stated origin of time if there is one, or from acquisition when there is no date at
        // all; a date without an origin means that they count from the first sample.
        var origin = FifInfo.First(own, FifKind.Date) is { } stated ? OriginOf(bytes, stated) : null;
        var shift = origin is { } o && date is { } d ? (o - d).TotalSeconds - lead
            : date is null ? -lead : 0;
        return
        [
            .. onsets.Select((onset, i) => new RecordingEvent(
                    onset + shift, Math.Max(0, ends[i] - onset), texts[i].Replace("{COLON}", ":")))
                .Where(e => double.IsFinite(e.Onset + e.Duration)).OrderBy(e => e.Onset),
        ];
    }

    /// <summary>
    /// Seconds and microseconds, or seconds with a fraction in older files; as numbers of either kind.
    /// </summary>
    private static DateTime? OriginOf(IByteSource bytes, FifTag tag)
    {
        if (tag.Type != FifType.Double)
            return FifInfo.Utc(tag.Int(bytes), tag.Int(bytes, 1));
        var time = tag.Numbers(bytes);
        return time.Length switch
        {
            0 => null,
            1 => FifInfo.Utc(Math.Floor(time[0]), (time[0] - Math.Floor(time[0])) * 1e6),
            _ => FifInfo.Utc(time[0], time[1]),
        };
    }
}
