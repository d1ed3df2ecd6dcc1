using System.Buffers.Binary;
using System.Text;
using Isonomia.Measurement.Formats.Arrays;
using Isonomia.Measurement.Formats.Bytes;
using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Formats.Matlab;

/// <summary>
/// An element of a level 5 MAT file: a tag (type and size; both in one word and up to four bytes of data in the other
/// where it is small) and data, padded to eight bytes. Format: MATLAB MAT-File Format, The MathWorks.
/// </summary>
/// <param name="Type">The type code.</param>
/// <param name="Start">Where the data begin.</param>
/// <param name="Size">Bytes of data.</param>
/// <param name="Next">Where the next element begins.</param>
internal readonly record struct Mat5Element(uint Type, long Start, long Size, long Next)
{
    public const uint Matrix = 14;
    public const uint Compressed = 15;
    private const uint Utf8 = 16;
    private const uint Utf16 = 17;
    private const uint Utf32 = 18;

    /// <summary>Where the data end.</summary>
    public long End => Start + Size;

    /// <summary>
    /// Reads the element that begins at <paramref name="at"/> inside a part that ends at <paramref name="end"/>.
    /// </summary>
    public static Mat5Element At(IByteSource bytes, long at, long end, bool bigEndian)
    {
        if (end - at < 8)
            throw Damaged(bytes, at, "an element was expected, but its enclosing part ends");
        var (first, second) = (Word(bytes, at, bigEndian), Word(bytes, at + 4, bigEndian));
        if (first >> 16 is not 0 and var small)
        {
            return small <= 4
                ? new Mat5Element(first & 0xffff, at + 4, small, at + 8)
                : throw Damaged(bytes, at, $"a small element claims {small} bytes, more than the 4 there is room for");
        }

        if (second > end - at - 8)
            throw Damaged(bytes, at,
                $"an element of {second} bytes goes beyond its enclosing part, which has {end - at - 8} left");
        var next = at + 8 + second;
        if (first != Compressed)
            next = Math.Min(end, (next + 7) & ~7L);
        return new Mat5Element(first, at + 8, second, next);
    }

    public static uint Word(IByteSource bytes, long at, bool bigEndian) => bigEndian
        ? BinaryPrimitives.ReadUInt32BigEndian(bytes.View(at, 4))
        : BinaryPrimitives.ReadUInt32LittleEndian(bytes.View(at, 4));

    public static BadInputException Damaged(IByteSource bytes, long at, string what) =>
        new(bytes.Path,
            $"the MAT file is damaged at byte {at}{(bytes is MemoryBytes ? " of an inflated variable" : "")}: {what}");

    /// <summary>How its numbers are stored, or null where the type is not one of numbers.</summary>
    public NumberType? Number => Type switch
    {
        1 => NumberType.Int8,
        2 => NumberType.UInt8,
        3 => NumberType.Int16,
        4 => NumberType.UInt16,
        5 => NumberType.Int32,
        6 => NumberType.UInt32,
        7 => NumberType.Float32,
        9 => NumberType.Float64,
        12 => NumberType.Int64,
        13 => NumberType.UInt64,
        _ => null,
    };

    /// <summary>Its numbers, which must be at least <paramref name="count"/>.</summary>
    public NumberBlock Numbers(IByteSource bytes, long count, bool bigEndian)
    {
        if (Number is not { } type)
            throw Damaged(bytes, Start, $"numbers were expected, but the type is {Type}");
        if (count > Size / type.Size())
            throw Damaged(bytes, Start, $"{count} numbers are announced, but {Size / type.Size()} are there");
        return new NumberBlock(bytes, Start, type, count, bigEndian);
    }

    /// <summary>Its characters.</summary>
    public string Characters(IByteSource bytes, bool bigEndian)
    {
        if (Size > int.MaxValue / 2)
            throw Damaged(bytes, Start, $"a text of {Size} bytes cannot be held");
        var raw = bytes.View(Start, (int)Size);
        return Type switch
        {
            Utf8 => Encoding.UTF8.GetString(raw),
            4 or 3 or Utf16 => (bigEndian ? Encoding.BigEndianUnicode : Encoding.Unicode).GetString(raw),
            Utf32 => new UTF32Encoding(bigEndian, byteOrderMark: false).GetString(raw),
            1 or 2 => Encoding.Latin1.GetString(raw),
            _ => throw Damaged(bytes, Start, $"text was expected, but the type is {Type}"),
        };
    }
}
