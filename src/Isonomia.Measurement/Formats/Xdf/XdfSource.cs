using Isonomia.Measurement.Formats.Arrays;
using Isonomia.Measurement.Formats.Arrays.Kernels;
using Isonomia.Measurement.Formats.Bytes;
using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Formats.Xdf;

/// <summary>The samples of a stream, read from where they lie: one after the other, each behind its time stamp.</summary>
internal sealed class XdfSource(FileBytes file, XdfStream stream, double[] gains) : ISampleSource
{
    private const int LargestView = 1 << 24;

    public void Read(int channel, long first, Span<double> destination)
    {
        var blocks = stream.Blocks;
        var (low, high) = (0, blocks.Count);
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            (low, high) = blocks[middle].First <= first ? (middle, high) : (low, middle);
        }

        for (var done = 0; done < destination.Length; low++)
        {
            var block = blocks[low];
            var skip = (int)(first + done - block.First);
            var part = destination.Slice(done, Math.Min(block.Count - skip, destination.Length - done));
            if (block.Stride > 0)
                ReadEven(block, skip, channel, part);
            else
                ReadUneven(block, skip, channel, part);
            done += part.Length;
        }

        foreach (ref var sample in destination)
            sample *= gains[channel];
    }

    public void Dispose() => file.Dispose();

    private void ReadEven(XdfBlock block, int skip, int channel, Span<double> part)
    {
        var type = stream.Header.Number!.Value;
        var within = (block.Stamped ? 9 : 1) + (channel * type.Size());
        var atOnce = Math.Max(1, LargestView / block.Stride);
        for (var done = 0; done < part.Length; done += atOnce)
        {
            var few = part[done..Math.Min(part.Length, done + atOnce)];
            var bytes = file.View(block.Offset + ((long)(skip + done) * block.Stride), few.Length * block.Stride);
            for (var i = 0; i < few.Length; i++)
                NumberDecoding.Decode(bytes.Slice((i * block.Stride) + within, type.Size()), type, false, 0, 1, few.Slice(i, 1));
        }
    }

    private void ReadUneven(XdfBlock block, int skip, int channel, Span<double> part)
    {
        var type = stream.Header.Number!.Value;
        var width = type.Size() * stream.Header.Channels.Count;
        var at = block.Offset;
        for (var i = 0; i < skip + part.Length; i++)
        {
            at += file.View(at, 1)[0] == 0 ? 1 : 9;
            if (i >= skip)
            {
                NumberDecoding.Decode(file.View(at + (channel * type.Size()), type.Size()), type, false, 0, 1, part.Slice(i - skip, 1));
            }

            at += width;
        }
    }
}
