using System.Text;
using Isonomia.Measurement.Formats.Arrays;
using Isonomia.Measurement.Formats.Bytes;

namespace Isonomia.Measurement.Formats.Matlab;

/// <summary>What a level 5 matrix says before its contents: class, flags, dimensions, name.</summary>
internal sealed record Mat5Header(int ClassCode, bool IsComplex, bool IsLogical, IReadOnlyList<long> Dimensions,
    string Name, long BodyAt)
{
    public const int Cell = 1;
    public const int Struct = 2;
    public const int Object = 3;
    public const int Char = 4;
    public const int Sparse = 5;
    public const int FirstNumeric = 6;
    public const int LastNumeric = 15;
    private const int Opaque = 17;
    private const int MostDimensions = 64;
    private const int LongestName = 4096;

    private static readonly string[] ClassNames =
    [
        "unknown", "cell", "struct", "object", "char", "sparse", "double", "single", "int8", "uint8", "int16", "uint16",
        "int32", "uint32", "int64", "uint64", "function handle", "object",
    ];

    public bool IsNumeric => ClassCode is >= FirstNumeric and <= LastNumeric;

    public string Class => IsLogical && ClassCode != Sparse ? "logical"
        : ClassCode < ClassNames.Length ? ClassNames[ClassCode] : "unknown";

    public ArrayEntry Entry => new(Name, Dimensions, IsComplex ? "complex " + Class : Class, IsNumeric && !IsComplex);

    public static Mat5Header Read(IByteSource bytes, long start, long end, bool bigEndian)
    {
        var flagsAt = Mat5Element.At(bytes, start, end, bigEndian);
        if (flagsAt.Type != 6 || flagsAt.Size < 4)
            throw Mat5Element.Damaged(bytes, start, "the flags of a variable were expected");
        var flags = Mat5Element.Word(bytes, flagsAt.Start, bigEndian);
        var classCode = (int)(flags & 0xff);
        if (classCode == Opaque)
        {
            var named = Mat5Element.At(bytes, flagsAt.Next, end, bigEndian);
            return new Mat5Header(Opaque, false, false, [1, 1], NameOf(bytes, named), named.Next);
        }

        var dimensions = Mat5Element.At(bytes, flagsAt.Next, end, bigEndian);
        if (dimensions.Number is not (NumberType.Int32 or NumberType.UInt32)
            || dimensions.Size is < 8 or > MostDimensions * 4)
            throw Mat5Element.Damaged(bytes, flagsAt.Next, "the dimensions of a variable were expected");
        var lengths = new long[dimensions.Size / 4];
        for (var i = 0; i < lengths.Length; i++)
        {
            lengths[i] = (int)Mat5Element.Word(bytes, dimensions.Start + (4 * i), bigEndian);
            if (lengths[i] < 0)
                throw Mat5Element.Damaged(bytes, dimensions.Start, $"a dimension is {lengths[i]}");
        }

        var name = Mat5Element.At(bytes, dimensions.Next, end, bigEndian);
        return new Mat5Header(classCode, (flags & 0x800) != 0, (flags & 0x200) != 0, lengths, NameOf(bytes, name),
            name.Next);
    }

    private static string NameOf(IByteSource bytes, Mat5Element element) => element.Size <= LongestName
        ? Encoding.UTF8.GetString(bytes.View(element.Start, (int)element.Size)).TrimEnd('\0')
        : throw Mat5Element.Damaged(bytes, element.Start, $"a name of {element.Size} characters");
}
