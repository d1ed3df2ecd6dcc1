using System.Buffers.Binary;
using System.Globalization;
using Isonomia.Measurement.Formats.Arrays;
using Isonomia.Measurement.Formats.Bytes;
using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Formats.Xdf;

/// <summary>A stream of a file: where its samples lie, and when they were taken.</summary>
internal sealed class XdfStream(FileBytes file, XdfHeader header)
{
    private const int MostMarkers = 1_000_000;

    // A jump of the clock by more than a second is a pause; less may be a network that stalled and caught up.
    private const double Pause = 1;
    private readonly List<XdfBlock> blocks = [];
    private readonly List<(double Time, double Offset)> offsets = [];
    private readonly List<(double Time, string Text)> markers = [];
    private readonly List<XdfRun> runs = [];
    private double lastTime = double.NaN;

    public XdfHeader Header => header;

    /// <summary>Whether it is a signal: numbers at a regular rate.</summary>
    public bool IsSignal => header is { Number: not null, Rate: > 0 };

    /// <summary>Whether its samples are events: texts, or single numbers at no regular rate.</summary>
    public bool IsMarker => header.Rate == 0 && (header.Number is null || header.Channels.Count == 1);

    public long Samples { get; private set; }

    public IReadOnlyList<XdfBlock> Blocks => blocks;

    public IReadOnlyList<(double Time, string Text)> Markers => markers;

    /// <summary>Its uninterrupted parts; times are the stream's own.</summary>
    public IReadOnlyList<XdfRun> Runs => runs;

    /// <summary>How many samples the stream's footer says there are; null where there is none.</summary>
    public long? AnnouncedSamples { get; set; }

    /// <summary>What is to be added to the stream's times to have those of the recording computer's clock.</summary>
    public double OffsetAt(double time)
    {
        if (offsets.Count == 0)
            return 0;
        var (meanTime, meanOffset) = (offsets.Average(o => o.Time), offsets.Average(o => o.Offset));
        var (xx, xy) = (0.0, 0.0);
        foreach (var (at, offset) in offsets)
        {
            xx += (at - meanTime) * (at - meanTime);
            xy += (at - meanTime) * (offset - meanOffset);
        }

        // Clocks drift by parts in a million: a steeper line is noise of a few readings.
        var slope = xx > 0 ? Math.Clamp(xy / xx, -1e-3, 1e-3) : 0;
        return meanOffset + (slope * (time - meanTime));
    }

    public void AddOffset(double time, double offset)
    {
        if (double.IsFinite(time) && double.IsFinite(offset))
            offsets.Add((time, offset));
    }

    public void CompareWithFooter(List<string> warnings)
    {
        if (AnnouncedSamples is { } announced && announced != Samples)
            warnings.Add($"stream '{header.Name}' announces {announced} samples, but {Samples} are there; these were read");
    }

    public void AddSamples(long at, long end)
    {
        var count = Variable(ref at, end);
        if (count == 0)
            return;
        if (count > (ulong)(end - at))
            throw Damaged(at, $"{count} samples are announced in {end - at} bytes");
        var (start, first) = (at, Samples);
        var width = header.Number is { } number ? (long)number.Size() * header.Channels.Count : 0;
        var (stamped, unstamped) = (0L, 0L);
        for (var i = 0UL; i < count; i++)
        {
            var stamp = Stamp(ref at, end);
            (stamped, unstamped) = stamp is null ? (stamped, unstamped + 1) : (stamped + 1, unstamped);
            var time = stamp ?? (header.Rate > 0 && !double.IsNaN(lastTime) ? lastTime + (1 / header.Rate) : lastTime);
            if (header.Rate > 0)
                Note(double.IsNaN(time) ? 0 : time);
            else
                lastTime = time;
            if (header.Number is null)
                TakeText(ref at, end, time);
            else if (end - at < width)
                throw Damaged(at, $"a sample of {width} bytes was expected, but its chunk ends {end - at} bytes on");
            else
                TakeNumber(ref at, width, time);
        }

        Samples += (long)count;
        if (count > int.MaxValue)
            throw Damaged(start, $"a chunk of {count} samples");
        var stride = stamped == 0 ? width + 1 : unstamped == 0 ? width + 9 : 0;
        if (IsSignal)
            blocks.Add(new XdfBlock(start, first, (int)count, (int)stride, stamped > 0 && unstamped == 0));
    }

    private void Note(double time)
    {
        var step = time - lastTime;
        if (runs.Count == 0 || step > Pause + (1 / header.Rate))
            runs.Add(new XdfRun(time, time, 1));
        else
            runs[^1] = runs[^1] with { Last = Math.Max(runs[^1].Last, time), Count = runs[^1].Count + 1 };
        lastTime = time;
    }

    private void TakeText(ref long at, long end, double time)
    {
        var words = new List<string>();
        for (var c = 0; c < header.Channels.Count; c++)
        {
            var length = Variable(ref at, end);
            if (length > (ulong)(end - at))
                throw Damaged(at, $"a text of {length} bytes, but its chunk ends {end - at} bytes on");
            words.Add(FileText.Decode(file.View(at, (int)length)).Trim());
            at += (long)length;
        }

        Mark(time, string.Join(' ', words));
    }

    private void TakeNumber(ref long at, long width, double time)
    {
        if (IsMarker)
        {
            var value = new double[1];
            new NumberBlock(file, at, header.Number!.Value, 1).ReadFrames(0, 1, 0, value);
            Mark(time, value[0].ToString("R", CultureInfo.InvariantCulture));
        }

        at += width;
    }

    private void Mark(double time, string text)
    {
        if (!double.IsFinite(time))
            return;
        if (markers.Count == MostMarkers)
            throw new BadInputException(file.Path, $"stream '{header.Name}' has more than {MostMarkers} events; it was not read");
        markers.Add((time, text));
    }

    private double? Stamp(ref long at, long end)
    {
        if (at >= end)
            throw Damaged(at, "a sample was expected, but its chunk ends");
        int bytes = file.View(at, 1)[0];
        at++;
        if (bytes == 0)
            return null;
        if (bytes != 8 || end - at < 8)
            throw Damaged(at - 1, $"a time stamp of {bytes} bytes; 0 or 8 were expected");
        var time = BinaryPrimitives.ReadDoubleLittleEndian(file.View(at, 8));
        at += 8;
        return Math.Abs(time) < 1e15 ? time : throw Damaged(at - 8, $"a time stamp of {time} s");
    }

    private ulong Variable(ref long at, long end)
    {
        int bytes = at < end ? file.View(at, 1)[0] : 0;
        if (bytes is not (1 or 4 or 8) || end - at - 1 < bytes)
            throw Damaged(at, $"a number in {bytes} bytes; 1, 4 or 8 were expected");
        var value = XdfStreams.Unsigned(file.View(at + 1, bytes));
        at += 1 + bytes;
        return value;
    }

    private BadInputException Damaged(long at, string what) =>
        new(file.Path, $"byte {at}, in stream '{FileText.Printable(header.Name)}': {what}; the file is damaged");
}
