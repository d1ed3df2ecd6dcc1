using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Formats.Bytes;

/// <summary>Decompression that cannot be made to exhaust memory.</summary>
internal static class Inflation
{
    /// <summary>
    /// Recorded signals shrink at most a few tens of times, zeros a thousand times: beyond this ratio, and above a size
    /// that hurts, a part is taken for a compressed bomb.
    /// </summary>
    private const int LargestRatio = 200;

    private const int Harmless = 64 << 20;
    private const int FirstBuffer = 1 << 20;

    /// <summary>Refuses a compressed bomb by the sizes it claims.</summary>
    /// <exception cref="BadInputException">It is one.</exception>
    public static void Check(long length, long compressed, string path, string what)
    {
        if (length > Harmless && length / Math.Max(1, compressed) > LargestRatio)
        {
            throw new BadInputException(path,
                $"{what} would grow from {compressed} to {length} bytes on decompression, "
                + $"more than {LargestRatio} times, as no recording does; it was not read. If it is genuine, save it "
                + "uncompressed");
        }
    }

    /// <summary>
    /// Reads exactly <paramref name="length"/> inflated bytes. Memory grows with what really arrives, so a part that
    /// merely claims to be large costs nothing.
    /// </summary>
    /// <param name="inflated">The decompressing stream, at the first byte wanted.</param>
    /// <param name="length">How many bytes the part says it holds.</param>
    /// <param name="compressed">How many bytes it takes in the file.</param>
    /// <param name="path">The file.</param>
    /// <param name="what">What is inflated, for messages: "variable 'x'".</param>
    /// <exception cref="BadInputException">The part is a bomb, too large, cut short or damaged.</exception>
    public static byte[] Read(Stream inflated, long length, long compressed, string path, string what)
    {
        Check(length, compressed, path, what);
        if (length > Array.MaxLength)
        {
            throw new BadInputException(path,
                $"{what} takes {length} bytes after decompression, more than can be held; "
                + "save it uncompressed, or in parts");
        }

        var buffer = new byte[(int)Math.Min(length, FirstBuffer)];
        var filled = 0;
        try
        {
            while (filled < length)
            {
                if (filled == buffer.Length)
                    Array.Resize(ref buffer, (int)Math.Min(length, 2L * buffer.Length));
                var got = inflated.Read(buffer, filled, buffer.Length - filled);
                if (got == 0)
                    throw new BadInputException(path,
                        $"{what} ends after {filled} of {length} bytes; the file is damaged");
                filled += got;
            }

            // Reading to the end has the checksum compared.
            inflated.ReadByte();
        }
        catch (InvalidDataException e)
        {
            throw new BadInputException(path, $"{what} cannot be decompressed; the file is damaged", e);
        }

        return buffer;
    }
}
