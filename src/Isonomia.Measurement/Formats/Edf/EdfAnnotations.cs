using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Formats.Edf;

/// <summary>The annotations of a file and the times of its records.</summary>
/// <param name="Events">What is annotated, onsets counted from the first record.</param>
/// <param name="Timeline">Where the records lie in time; null in files without annotation signals.</param>
internal sealed record EdfAnnotations(IReadOnlyList<RecordingEvent> Events, EdfTimeline? Timeline)
{
    /// <summary>Reads all annotation signals.</summary>
    /// <exception cref="BadInputException">
    /// Something other than annotations stands in their place: the data are shifted or overwritten.
    /// </exception>
    public static EdfAnnotations Read(
        string path, EdfHeader header, long records, BlockFile file, List<string> warnings)
    {
        var signals = header.Signals.Where(s => s.IsAnnotation).ToArray();
        if (signals.Length == 0)
            return new EdfAnnotations([], null);

        var timeline = new EdfTimeline(path, header);
        var events = new List<RecordingEvent>();
        var parts = signals.Select(_ => new RecordParts(file)).ToArray();
        var (unreadable, misplaced, firstMisplaced) = (0L, 0L, -1L);
        for (var record = 0L; record < records; record++)
        {
            for (var i = 0; i < signals.Length; i++)
            {
                var length = checked(signals[i].SamplesPerRecord * header.SampleBytes);
                var bytes = parts[i].Of(record, records, signals[i].Offset, length);
                if (i == 0 && !TimestampedAnnotations.IsPlausible(bytes))
                {
                    if (misplaced++ == 0)
                        firstMisplaced = record;
                    if (misplaced > 1 || records == 1)
                        throw Displaced(path, header, file, records, firstMisplaced, signals[0].Offset);
                }

                if (i == 0)
                    timeline.Place(record, TimestampedAnnotations.RecordOnset(bytes));
                unreadable += TimestampedAnnotations.Read(bytes, events);
            }
        }

        if (unreadable > 0)
            warnings.Add($"annotation entries that could not be read were left out: {unreadable}");
        warnings.AddRange(timeline.Warnings());
        return new EdfAnnotations(
            [.. events.Select(e => e with { Onset = timeline.SinceFirst(e.Onset) }).OrderBy(e => e.Onset)], timeline);
    }

    private static BadInputException Displaced(
        string path, EdfHeader header, BlockFile file, long records, long record, long offset)
    {
        var at = header.Bytes + record * header.RecordBytes + offset;
        var damage = EdfExtent.Census(header, file, 0, records * header.RecordBytes);
        if (damage is { IsPossible: true, Pairs: > 0 })
            return damage.Complaint(path, header.Bytes, $"the annotations of record {record + 1} are not where they "
                + $"should be, at byte {at}, and ");
        return new BadInputException(path, $"the annotations of data record {record + 1} should begin at byte {at} "
            + "with + or -, but something else stands there: bytes were inserted, lost or overwritten on the way here, and "
            + "the samples cannot be trusted. Get the original again, as binary");
    }
}
