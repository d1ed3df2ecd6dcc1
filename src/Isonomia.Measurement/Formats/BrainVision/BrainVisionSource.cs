using Isonomia.Measurement.Formats.Kernels;
using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Formats.BrainVision;

/// <summary>Samples of a binary data file, decoded as they are asked for.</summary>
internal sealed class BrainVisionSource(BrainVisionHeader header, long points, BlockFile file) : ISampleSource
{
    /// <summary>Samples of one channel read at once from a vectorised file.</summary>
    private const int Piece = 1 << 18;

    private byte[] buffer = [];

    /// <inheritdoc/>
    public void Read(int channel, long first, Span<double> destination)
    {
        while (destination.Length > 0)
        {
            var count = header.IsMultiplexed
                ? FromPoints(channel, first, destination)
                : FromChannel(channel, first, destination);
            destination = destination[count..];
            first += count;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => file.Dispose();

    /// <summary>A block is a point of all channels.</summary>
    private int FromPoints(int channel, long first, Span<double> destination)
    {
        var count = (int)Math.Min(destination.Length, Math.Max(1, BlockFile.Capacity / file.BlockBytes));
        if (!file.Holds(first, first + count))
            file.Load(first, first + count);
        var stride = (int)file.BlockBytes;
        var offset = channel * header.SampleBytes;
        var bytes = file.Bytes(first, offset, (count - 1) * stride + header.SampleBytes);
        Decode(channel, bytes, stride, destination[..count]);
        return count;
    }

    /// <summary>A block is a sample; the channels follow one another.</summary>
    private int FromChannel(int channel, long first, Span<double> destination)
    {
        var count = Math.Min(destination.Length, Piece);
        if (buffer.Length < count * header.SampleBytes)
            buffer = new byte[count * header.SampleBytes];
        var bytes = buffer.AsSpan(0, count * header.SampleBytes);
        file.Read(channel * points + first, 0, bytes);
        Decode(channel, bytes, header.SampleBytes, destination[..count]);
        return count;
    }

    private void Decode(int channel, ReadOnlySpan<byte> bytes, int stride, Span<double> destination)
    {
        var resolution = header.Channels[channel].Resolution;
        if (header.IsBigEndian)
        {
            var turned = new byte[destination.Length * header.SampleBytes];
            for (var i = 0; i < destination.Length; i++)
            {
                var sample = turned.AsSpan(i * header.SampleBytes, header.SampleBytes);
                bytes.Slice(i * stride, header.SampleBytes).CopyTo(sample);
                sample.Reverse();
            }

            bytes = turned;
            stride = header.SampleBytes;
        }

        switch (header.Format)
        {
            case NumberFormat.Int16:
                SampleDecoding.FromInt16(bytes, resolution, 0, destination, stride);
                break;
            case NumberFormat.Int32:
                SampleDecoding.FromInt32(bytes, resolution, 0, destination, stride);
                break;
            default:
                SampleDecoding.FromSingle(bytes, resolution, 0, destination, stride);
                break;
        }
    }
}
