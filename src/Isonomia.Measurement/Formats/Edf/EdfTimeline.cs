using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Formats.Edf;

/// <summary>
/// Puts the data records in time by the onsets their annotations state: one after another they make uninterrupted
/// stretches or, in discontinuous files, leave gaps.
/// </summary>
internal sealed class EdfTimeline
{
    private readonly string path;
    private readonly bool isDiscontinuous;
    private readonly double recordDuration;
    private readonly double tolerance;
    private readonly List<(double Onset, long Records)> runs = [];
    private double? firstOnset;
    private double lastEnd;
    private long firstOdd = -1;
    private double oddOnset;
    private long odd;
    private long untimed;
    private long overlapping;

    /// <summary>Begins with no record placed.</summary>
    public EdfTimeline(string path, EdfHeader header)
    {
        this.path = path;
        isDiscontinuous = header.IsDiscontinuous;
        recordDuration = header.RecordDuration;
        // Onsets are decimal texts; what is less than half a sample is rounding.
        tolerance = recordDuration / 2 / header.Ordinary.Select(s => s.SamplesPerRecord).DefaultIfEmpty(1).Max();
    }

    /// <summary>
    /// The onset of the first record, in seconds after the start the header states; below one second.
    /// </summary>
    public double FirstOnset => firstOnset ?? 0;

    /// <summary>The stretches, their onsets counted from the first record.</summary>
    public IReadOnlyList<Stretch> Stretches() =>
        [.. runs.Select(run => new Stretch(run.Onset, run.Records * recordDuration))];

    /// <summary>A time stamp counted from the first record, to the nanosecond.</summary>
    public double SinceFirst(double onset) => firstOnset is null or 0 ? onset : Math.Round(onset - firstOnset.Value, 9);

    /// <summary>Places the next record.</summary>
    public void Place(long record, double? onset)
    {
        if (onset is null)
        {
            untimed++;
            if (isDiscontinuous)
            {
                throw new BadInputException(path, $"data record {record + 1} of this discontinuous file (EDF+D, BDF+D) "
                    + "does not say when it begins, so that it has no place in time");
            }
        }

        firstOnset ??= onset - record * recordDuration;
        var expected = isDiscontinuous ? lastEnd : record * recordDuration;
        var stated = onset is { } stamp ? SinceFirst(stamp) : expected;
        var isOdd = recordDuration > 0 && Math.Abs(stated - expected) > tolerance;
        if (isOdd && odd++ == 0)
            (firstOdd, oddOnset) = (record, stated);
        if (runs.Count == 0 || isDiscontinuous && isOdd)
        {
            if (runs.Count > 0 && stated <= lastEnd - recordDuration)
            {
                throw new BadInputException(path, $"data record {record + 1} begins at {stated} s, before the one "
                    + "stored ahead of it; the records are out of order or their time stamps damaged");
            }

            overlapping += isOdd && stated < expected ? 1 : 0;
            runs.Add((stated, 1));
        }
        else
        {
            runs[^1] = (runs[^1].Onset, runs[^1].Records + 1);
        }

        lastEnd = stated + recordDuration;
    }

    /// <summary>What was odd.</summary>
    public IEnumerable<string> Warnings()
    {
        if (!isDiscontinuous && odd > 0)
        {
            yield return $"the header says that the recording is continuous, but by its time stamp data record "
                + $"{firstOdd + 1} begins at {oddOnset:0.######} s instead of {firstOdd * recordDuration:0.######} s "
                + $"(records out of step: {odd}); it was read as continuous";
        }

        if (untimed > 0)
            yield return $"data records without a time stamp, taken to follow without gaps: {untimed}";
        if (overlapping > 0)
            yield return $"data records that begin before the one ahead of them ends: {overlapping}";
    }
}
