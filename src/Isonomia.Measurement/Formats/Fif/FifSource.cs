using Isonomia.Measurement.Formats.Arrays;
using Isonomia.Measurement.Formats.Bytes;
using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Formats.Fif;

/// <summary>
/// Samples out of data buffers, calibrated. Buffers that lie together are looked at together, so that the next channel
/// of the same time finds all of them in the file's window.
/// </summary>
internal sealed class FifSource(FileBytes bytes, IReadOnlyList<FifBuffer> buffers, double[] gains) : ISampleSource
{
    private const int LargestView = 64 << 20;

    public void Read(int channel, long first, Span<double> destination)
    {
        var filled = 0;
        var inWindow = 0;
        for (var b = IndexOf(first); filled < destination.Length; b++, inWindow--)
        {
            if (inWindow == 0)
                inWindow = Window(b, first + destination.Length);
            var from = first + filled - buffers[b].First;
            var part = destination.Slice(filled, (int)Math.Min(destination.Length - filled, buffers[b].Samples - from));
            buffers[b].Numbers.ReadFrames(from, gains.Length, channel, part);
            filled += part.Length;
        }

        var gain = gains[channel];
        foreach (ref var sample in destination)
            sample *= gain;
    }

    public void Dispose() => bytes.Dispose();

    /// <summary>Brings buffers from this one on, up to a sample, into the file's window; returns how many.</summary>
    private int Window(int from, long end)
    {
        var (start, length, count) = (buffers[from].Numbers.Offset, 0, 0);
        for (var b = from; b < buffers.Count && buffers[b].First < end; b++, count++)
        {
            var reach = EndOf(buffers[b].Numbers) - start;
            if (reach > LargestView && count > 0)
                break;
            length = (int)Math.Min(reach, LargestView);
        }

        bytes.View(start, length);
        return count;
    }

    private static long EndOf(NumberBlock numbers) => numbers.Offset + (numbers.Count * numbers.Type.Size());

    private int IndexOf(long sample)
    {
        var (low, high) = (0, buffers.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (buffers[middle].First <= sample)
                low = middle;
            else
                high = middle - 1;
        }

        return low;
    }
}
