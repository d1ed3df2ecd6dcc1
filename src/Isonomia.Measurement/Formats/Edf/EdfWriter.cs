using System.Text;
using Isonomia.Measurement.Recordings;
using Isonomia.Numerics.Files;

namespace Isonomia.Measurement.Formats.Edf;

/// <summary>Writes recordings as EDF+, which every EEG program reads.</summary>
public static class EdfWriter
{
    private const int BlockBytes = 4 << 20;

    /// <summary>
    /// Writes a recording as EDF+C, or as EDF+D if it has gaps. The file appears whole or not at all.
    /// </summary>
    /// <remarks>
    /// EDF holds 16-bit integers: each channel is scaled to its own range, so that a sample is kept to within half of
    /// 1/65535 of that range; channels of whole numbers within 16 bits are kept exactly. Channel types and positions
    /// have no place in the format, names are cut to 16 characters and made ASCII. Where no record duration divides a
    /// stretch evenly, its last record is filled up by holding the last sample.
    /// </remarks>
    /// <param name="path">The file to write; replaced if it exists.</param>
    /// <param name="recording">What to write, read in blocks, twice.</param>
    /// <exception cref="ArgumentException">
    /// A sample is not finite, the sampling rates have no record duration in common, or stretches overlap in time.
    /// </exception>
    public static void Write(string path, Recording recording)
    {
        var plan = recording.Channels.Count == 0 ? new EdfRecordPlan("0", [], [1]) : EdfRecordPlan.Choose(recording);
        if (recording.Stretches.Zip(recording.Stretches.Skip(1), (one, next) => next.Onset - one.Onset < one.Duration)
            .Any(overlap => overlap))
            throw new ArgumentException("stretches overlap in time, which EDF+ cannot say", nameof(recording));
        var scales = EdfScale.Fit(recording);
        var shift = (recording.Header.Start?.Ticks ?? 0) % TimeSpan.TicksPerSecond / (double)TimeSpan.TicksPerSecond;
        var onsets = recording.Stretches.Zip(plan.Records)
            .SelectMany(s => Enumerable.Range(0, (int)s.Second).Select(k => s.First.Onset + k * plan.Seconds + shift))
            .ToArray();
        var annotations = new AnnotationPacking(onsets, plan.Seconds, recording.Events, shift);

        using var file = new AtomicFile(path);
        file.Stream.Write(Header(recording, plan, scales, annotations.Bytes));
        Data(file.Stream, recording, plan, scales, onsets, annotations);
        file.Commit();
    }

    private static void Data(
        Stream file,
        Recording recording,
        EdfRecordPlan plan,
        EdfScale[] scales,
        double[] onsets,
        AnnotationPacking annotations)
    {
        var recordBytes = checked(2 * plan.Samples.Sum() + annotations.Bytes);
        var together = Math.Max(1, BlockBytes / recordBytes);
        var block = new byte[together * (long)recordBytes];
        var samples = new double[together * (long)plan.Samples.DefaultIfEmpty(0).Max()];
        var left = recording.Channels.Select(c => EdfRecordPlan.Counts(recording.Stretches, c)).ToArray();
        var (read, held) = (new long[left.Length], new double[left.Length]);
        var record = 0;
        for (var s = 0; s < plan.Records.Length; s++)
        {
            for (var done = 0L; done < plan.Records[s]; done += together)
            {
                var count = (int)Math.Min(together, plan.Records[s] - done);
                var offset = 0;
                for (var c = 0; c < left.Length; c++)
                {
                    var each = plan.Samples[c];
                    var part = samples.AsSpan(0, count * each);
                    var stored = (int)Math.Min(part.Length, left[c][s]);
                    recording.Read(c, read[c], part[..stored]);
                    held[c] = stored > 0 ? part[stored - 1] : held[c];
                    part[stored..].Fill(held[c]);
                    (read[c], left[c][s]) = (read[c] + stored, left[c][s] - stored);
                    for (var r = 0; r < count; r++)
                        scales[c].Encode(part.Slice(r * each, each), block.AsSpan(r * recordBytes + offset, 2 * each));
                    offset += 2 * each;
                }

                for (var r = 0; r < count; r++, record++)
                {
                    var duration = record == onsets.Length - 1 ? double.PositiveInfinity : plan.Seconds;
                    var room = block.AsSpan(r * recordBytes + offset, annotations.Bytes);
                    annotations.Fill(onsets[record], duration, room);
                }

                file.Write(block.AsSpan(0, count * recordBytes));
            }
        }
    }

    private static byte[] Header(Recording recording, EdfRecordPlan plan, EdfScale[] scales, int annotationBytes)
    {
        var (channels, start) = (recording.Channels, recording.Header.Start);
        var text = new StringBuilder();
        Put("0", 8);
        Put("X X X X", 80);
        Put($"Startdate {(start is { } day ? $"{day:dd-MMM-yyyy}".ToUpperInvariant() : "X")} X X X", 80);
        // Unknown: 1 January 1985. Years that two digits cannot say: the letters yy.
        var year = start is { Year: >= 1985 and <= 2084 } near ? $"{near:yy}" : "yy";
        Put(start is { } date ? $"{date:dd.MM}.{year}" : "01.01.85", 8);
        Put(start is { } time ? $"{time:HH.mm.ss}" : "00.00.00", 8);
        Put($"{256 * (channels.Count + 2)}", 8);
        Put(recording.Stretches.Count > 1 ? "EDF+D" : "EDF+C", 44);
        Put($"{plan.Records.Sum()}", 8);
        Put(plan.Duration, 8);
        Put($"{channels.Count + 1}", 4);
        Field(16, c => c.Name, "EDF Annotations");
        Field(80, _ => "", "");
        Field(8, c => c.Unit, "");
        All(8, scales.Select(s => s.PhysicalMinimum), "-1");
        All(8, scales.Select(s => s.PhysicalMaximum), "1");
        Field(8, _ => $"{short.MinValue}", $"{short.MinValue}");
        Field(8, _ => $"{short.MaxValue}", $"{short.MaxValue}");
        Field(80, c => Prefiltering.Text(c.HighPass, c.LowPass), "");
        All(8, plan.Samples.Select(s => $"{s}"), $"{annotationBytes / 2}");
        Field(32, _ => "", "");
        return Encoding.ASCII.GetBytes(text.ToString());

        void Put(string field, int width) => text.Append(field.Length > width ? field[..width] : field.PadRight(width));

        void Field(int width, Func<Channel, string> of, string ofAnnotations) =>
            All(width, channels.Select(of), ofAnnotations);

        void All(int width, IEnumerable<string> fields, string ofAnnotations)
        {
            foreach (var field in fields.Append(ofAnnotations))
                Put(field, width);
        }
    }
}
