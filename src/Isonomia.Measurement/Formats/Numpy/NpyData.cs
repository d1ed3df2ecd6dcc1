using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Isonomia.Measurement.Formats.Arrays;
using Isonomia.Measurement.Formats.Bytes;
using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Formats.Numpy;

/// <summary>
/// NPY data (NumPy Enhancement Proposal 1, versions 1 to 3): a magic string, the version, the length of the header, the
/// header (a Python dictionary with type, order and shape), the numbers.
/// </summary>
internal static partial class NpyData
{
    private const int LongestHeader = 1 << 20;
    private const int MostDimensions = 32;

    /// <summary>What every NPY file begins with.</summary>
    public static ReadOnlySpan<byte> Magic => [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y'];

    /// <summary>Reads the header; whether all the numbers it announces are there is left to the caller.</summary>
    /// <exception cref="BadInputException">It is not NPY, or holds something other than real numbers.</exception>
    public static NumberArray Parse(IByteSource bytes)
    {
        if (bytes.Length < 12 || !bytes.View(0, 6).SequenceEqual(Magic))
            throw Bad(bytes, "does not begin as NPY does");
        var version = bytes.View(6, 1)[0];
        var (start, length) = version switch
        {
            1 => (10, BinaryPrimitives.ReadUInt16LittleEndian(bytes.View(8, 2))),
            2 or 3 => (12, BinaryPrimitives.ReadUInt32LittleEndian(bytes.View(8, 4))),
            _ => throw Bad(bytes, $"is of NPY version {version}; 1 to 3 are known"),
        };
        if (length > LongestHeader)
            throw Bad(bytes, $"announces a header of {length} bytes, which is absurd");
        var header = Encoding.Latin1.GetString(bytes.View(start, (int)length));
        if (OrderPattern().Match(header) is not { Success: true } order
            || ShapePattern().Match(header) is not { Success: true } shape)
        {
            throw Bad(bytes, "has a header without 'descr', 'fortran_order' and 'shape'");
        }

        var type = TypePattern().Match(header);
        var number = type.Groups["type"].Value switch
        {
            "i1" => NumberType.Int8,
            "u1" or "b1" => NumberType.UInt8,
            "i2" => NumberType.Int16,
            "u2" => NumberType.UInt16,
            "i4" => NumberType.Int32,
            "u4" => NumberType.UInt32,
            "i8" => NumberType.Int64,
            "u8" => NumberType.UInt64,
            "f2" => NumberType.Float16,
            "f4" => NumberType.Float32,
            "f8" => NumberType.Float64,
            _ => throw Bad(bytes,
                $"holds values of the type {AnyTypePattern().Match(header).Groups["type"].Value.Trim()}; "
                + "real numbers (int8 to float64) were expected"),
        };
        var lengths = LengthsOf(bytes, shape.Groups["shape"].Value);
        var count = ArrayEntry.ProductOf(lengths);
        if (count > long.MaxValue / 8)
            throw Bad(bytes, $"announces {string.Join(" x ", lengths)} numbers, which no file can hold");
        return new NumberArray(
            new NumberBlock(bytes, start + length, number, count, type.Groups["endian"].Value == ">"),
            lengths, order.Groups["order"].Value == "False");
    }

    private static List<long> LengthsOf(IByteSource bytes, string text)
    {
        var lengths = new List<long>();
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (!long.TryParse(part.TrimEnd('L'), NumberStyles.None, null, out var n)
                || lengths.Count == MostDimensions)
                throw Bad(bytes, $"has the shape ({text}), which cannot be");
            lengths.Add(n);
        }

        return lengths;
    }

    private static BadInputException Bad(IByteSource bytes, string what) => new(bytes.Path, "the NPY data " + what);

    [GeneratedRegex(@"'descr'\s*:\s*'(?<endian>[<>|=])(?<type>[a-z]\d+)'", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TypePattern();

    [GeneratedRegex(@"'descr'\s*:\s*(?<type>[^,}]{1,60})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AnyTypePattern();

    [GeneratedRegex(@"'fortran_order'\s*:\s*(?<order>True|False)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OrderPattern();

    [GeneratedRegex(@"'shape'\s*:\s*\((?<shape>[\dL,\s]*)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ShapePattern();
}
