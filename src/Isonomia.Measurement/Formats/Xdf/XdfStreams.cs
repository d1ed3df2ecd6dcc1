using System.Buffers.Binary;
using Isonomia.Measurement.Formats.Bytes;
using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Formats.Xdf;

/// <summary>
/// Walks a file chunk by chunk: its length (in one, four or eight bytes, whose count comes first), a tag of two bytes, the
/// content. A file cut short is read up to its last whole chunk.
/// </summary>
internal static class XdfStreams
{
    private const int StreamHeader = 2;
    private const int Samples = 3;
    private const int ClockOffset = 4;
    private const int StreamFooter = 6;
    private const int LongestText = 1 << 24;
    private const int MostStreams = 10_000;

    public static IReadOnlyList<XdfStream> Read(FileBytes file, List<string> warnings)
    {
        var streams = new Dictionary<uint, XdfStream>();
        for (long at = 4; at < file.Length;)
        {
            var start = at;
            if (!TryLength(file, ref at, out var length))
            {
                warnings.Add($"the file was cut short in a chunk that begins at byte {start}; it was read up to there");
                break;
            }

            if (length < 2)
                throw new BadInputException(file.Path, $"byte {start}: a chunk of {length} bytes, which has no room for its tag; the file is damaged");
            Take(file, streams, at, length);
            at += length;
        }

        return [.. streams.Values];
    }

    private static void Take(FileBytes file, Dictionary<uint, XdfStream> streams, long at, long length)
    {
        var tag = BinaryPrimitives.ReadUInt16LittleEndian(file.View(at, 2));
        if (tag is not (StreamHeader or Samples or ClockOffset or StreamFooter))
            return;
        var (content, end) = (at + 6, at + length);
        if (content > end)
            throw new BadInputException(file.Path, $"byte {at}: a chunk of a stream without the stream's number; the file is damaged");
        var id = BinaryPrimitives.ReadUInt32LittleEndian(file.View(at + 2, 4));
        if (tag == StreamHeader)
        {
            if (streams.Count >= MostStreams || !streams.TryAdd(id, new XdfStream(file, XdfHeader.Read(file.Path, Text(file, content, end), id))))
                throw new BadInputException(file.Path, $"byte {at}: stream {id} is announced twice; the file is damaged");
            return;
        }

        if (!streams.TryGetValue(id, out var stream))
            throw new BadInputException(file.Path, $"byte {at}: stream {id} was not announced; the file is damaged");
        switch (tag)
        {
            case Samples:
                stream.AddSamples(content, end);
                break;
            case ClockOffset when end - content >= 16:
                stream.AddOffset(BinaryPrimitives.ReadDoubleLittleEndian(file.View(content, 8)),
                    BinaryPrimitives.ReadDoubleLittleEndian(file.View(content + 8, 8)));
                break;
            case StreamFooter:
                stream.AnnouncedSamples = XdfHeader.SampleCount(Text(file, content, end));
                break;
        }
    }

    private static ReadOnlySpan<byte> Text(FileBytes file, long from, long to) => to - from <= LongestText
        ? file.View(from, (int)(to - from))
        : throw new BadInputException(file.Path, $"byte {from}: a description of {to - from} bytes is longer than any stream's");

    // Whether a chunk's length is there, and the chunk with it.
    private static bool TryLength(FileBytes file, ref long at, out long length)
    {
        length = 0;
        int bytes = file.View(at, 1)[0];
        if (bytes is not (1 or 4 or 8))
        {
            throw new BadInputException(file.Path, $"byte {at}: the length of a chunk in {bytes} bytes; 1, 4 or 8 were expected, so "
                + "the file is damaged");
        }

        if (at + 1 + bytes > file.Length)
            return false;
        var value = Unsigned(file.View(at + 1, bytes));
        at += 1 + bytes;
        length = (long)Math.Min(value, long.MaxValue);
        return length <= file.Length - at;
    }

    /// <summary>An unsigned number of one, four or eight bytes.</summary>
    public static ulong Unsigned(ReadOnlySpan<byte> bytes) => bytes.Length switch
    {
        1 => bytes[0],
        4 => BinaryPrimitives.ReadUInt32LittleEndian(bytes),
        _ => BinaryPrimitives.ReadUInt64LittleEndian(bytes),
    };
}
