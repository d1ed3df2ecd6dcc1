using System.Buffers.Binary;
using Isonomia.Measurement.Formats.Bytes;
using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Formats.Fif;

/// <summary>
/// All tags of a FIF file, found by walking from one to the next, which needs no directory at its end.
/// </summary>
internal static class FifDirectory
{
    private const int MostTags = 10_000_000;

    /// <summary>Walks the file. One that was cut short yields what is whole, with a warning.</summary>
    /// <exception cref="BadInputException">A tag cannot be.</exception>
    public static List<FifTag> Of(IByteSource bytes, List<string> warnings)
    {
        var tags = new List<FifTag>();
        var blocks = new Stack<int>();
        var walked = 0L;
        for (var at = 0L; at >= 0 && at < bytes.Length;)
        {
            if (bytes.Length - at < FifTag.HeaderLength)
            {
                warnings.Add($"the file was cut short: it ends inside the header of a tag at byte {at}");
                break;
            }

            var head = bytes.View(at, FifTag.HeaderLength);
            var block = blocks.Count > 0 ? blocks.Peek() : 0;
            var tag = new FifTag(Int(head, 0), Int(head, 1), at + FifTag.HeaderLength, Int(head, 2), block);
            var next = Int(head, 3);
            if (tag.Size < 0 || tag.Kind < 0)
                throw new BadInputException(bytes.Path,
                    $"the FIF file is damaged at byte {at}: a tag of kind {tag.Kind} and {tag.Size} bytes");
            if (tag.Size > bytes.Length - tag.Start)
            {
                var what = tag.Kind == FifKind.DataBuffer ? "data buffer" : "tag";
                warnings.Add($"the file was cut short: it lacks {tag.Size - (bytes.Length - tag.Start)} bytes of the "
                    + $"last {what}, which was left out, and whatever followed");
                break;
            }

            tags.Add(tag);
            if (tag.Kind == FifKind.BlockStart)
                blocks.Push(tag.Int(bytes) ?? 0);
            else if (tag.Kind == FifKind.BlockEnd && blocks.Count > 0)
                blocks.Pop();
            var follows = tag.Start + tag.Size;

            // Files edited in place jump back and forth; going round in circles shows by having walked too far.
            walked += FifTag.HeaderLength + tag.Size;
            if (walked > bytes.Length || tags.Count > MostTags)
                throw new BadInputException(bytes.Path,
                    $"the FIF file is damaged at byte {at}: its tags run in circles");
            at = next switch { 0 => follows, > 0 => next, _ => -1 };
        }

        return tags;
    }

    private static int Int(ReadOnlySpan<byte> head, int index) =>
        BinaryPrimitives.ReadInt32BigEndian(head[(4 * index)..]);
}
