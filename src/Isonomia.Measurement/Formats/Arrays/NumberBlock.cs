using Isonomia.Measurement.Formats.Arrays.Kernels;
using Isonomia.Measurement.Formats.Bytes;
using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Formats.Arrays;

/// <summary>Numbers of one type in a row, left where they are until they are read.</summary>
/// <param name="Bytes">The bytes they lie in.</param>
/// <param name="Offset">Where in those the first begins.</param>
/// <param name="Type">How each is stored.</param>
/// <param name="Count">How many there are.</param>
/// <param name="BigEndian">Whether the most significant byte comes first.</param>
public sealed record NumberBlock(IByteSource Bytes, long Offset, NumberType Type, long Count, bool BigEndian = false)
{
    /// <summary>
    /// At most this much is looked at at once. A request for the same frames of one channel after another reads the
    /// file once as long as the frames fit.
    /// </summary>
    private const int LargestView = 64 << 20;

    /// <summary>
    /// Reads the numbers as frames of <paramref name="width"/> and takes number <paramref name="index"/> of each of
    /// the frames <c>[frame, frame + destination.Length)</c>.
    /// </summary>
    /// <exception cref="BadInputException">The bytes are not there or cannot be read.</exception>
    public void ReadFrames(long frame, int width, int index, Span<double> destination)
    {
        var frameBytes = (long)width * Type.Size();
        var atOnce = (int)Math.Min(destination.Length, Math.Max(1, LargestView / frameBytes));
        for (var done = 0; done < destination.Length; done += atOnce)
        {
            var part = destination[done..Math.Min(destination.Length, done + atOnce)];
            var start = Offset + ((frame + done) * frameBytes);
            if (frameBytes > LargestView)
                Decode(Bytes.View(start + ((long)index * Type.Size()), Type.Size()), 0, 1, part);
            else
                Decode(Bytes.View(start, (int)(part.Length * frameBytes)), index, width, part);
        }
    }

    /// <summary>All the numbers.</summary>
    /// <exception cref="BadInputException">They are not there, or too many to hold.</exception>
    public double[] ToArray()
    {
        if (Count > Array.MaxLength / sizeof(double))
            throw new BadInputException(Bytes.Path, $"{Count} numbers are too many to be held at once");
        if (Count * Type.Size() > Bytes.Length - Offset)
            throw new BadInputException(Bytes.Path,
                $"{Count} numbers were announced, but the file is too short for them");
        var all = new double[Count];
        ReadFrames(0, 1, 0, all);
        return all;
    }

    private void Decode(ReadOnlySpan<byte> raw, int first, int stride, Span<double> destination) =>
        NumberDecoding.Decode(raw, Type, BigEndian, first, stride, destination);
}
