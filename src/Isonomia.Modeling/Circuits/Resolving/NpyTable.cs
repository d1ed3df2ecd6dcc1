using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Isonomia.Modeling.Circuits.Resolving;

/// <summary>Reads an NPY file of one or two dimensions: real or whole numbers, in C or Fortran order.</summary>
internal static partial class NpyTable
{
    private const int LongestHeader = 1 << 16;

    /// <summary>The rows; a file of one dimension has rows of one number.</summary>
    /// <param name="stream">The file, of known length.</param>
    /// <exception cref="FormatException">It is no such file; the message says why, for people.</exception>
    public static double[][] Read(Stream stream)
    {
        var (kind, size, isFortran, rows, columns) = Header(stream);
        var bytes = checked((long)rows * columns * size);
        if (bytes != stream.Length - stream.Position)
            throw new FormatException(
                $"its header announces {bytes:N0} bytes of numbers, and {stream.Length - stream.Position:N0} follow");
        var table = new double[rows][];
        for (var i = 0; i < rows; i++)
            table[i] = new double[columns];
        using var data = new BufferedStream(stream, 1 << 16);
        Span<byte> item = stackalloc byte[size];
        for (long k = 0; k < (long)rows * columns; k++)
        {
            data.ReadExactly(item);
            var (row, column) = isFortran ? (k % rows, k / rows) : (k / columns, k % columns);
            var value = Number(kind, item);
            if (!double.IsFinite(value))
                throw new FormatException($"its number {k + 1} is not finite");
            table[row][column] = value;
        }

        return table;
    }

    private static (char Kind, int Size, bool IsFortran, int Rows, int Columns) Header(Stream stream)
    {
        Span<byte> start = stackalloc byte[10];
        ReadOnlySpan<byte> magic = [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y'];
        if (stream.ReadAtLeast(start, 10, throwOnEndOfStream: false) < 10 || !start[..6].SequenceEqual(magic))
            throw new FormatException("it is no NPY file");
        long length = BinaryPrimitives.ReadUInt16LittleEndian(start[8..]);
        if (start[6] > 1)
        {
            Span<byte> more = stackalloc byte[2];
            stream.ReadExactly(more);
            length |= (long)BinaryPrimitives.ReadUInt16LittleEndian(more) << 16;
        }

        if (length > LongestHeader || length > stream.Length - stream.Position)
            throw new FormatException("its header is longer than the file");
        var header = new byte[length];
        stream.ReadExactly(header);
        var match = Fields().Match(Encoding.Latin1.GetString(header));
        if (!match.Success)
            throw new FormatException("its header says no type, order and shape of one or two dimensions of real "
                + "numbers");
        var rows = Whole(match.Groups["rows"].Value);
        var columns = match.Groups["columns"].Value is { Length: > 0 } second ? Whole(second) : 1;
        return (match.Groups["kind"].Value[0], match.Groups["size"].Value[0] - '0',
            match.Groups["order"].Value == "True",
            rows, columns);
    }

    private static int Whole(string digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw new FormatException($"its header announces {digits} rows or columns");

    private static double Number(char kind, ReadOnlySpan<byte> item) => (kind, item.Length) switch
    {
        ('f', 8) => BinaryPrimitives.ReadDoubleLittleEndian(item),
        ('f', 4) => BinaryPrimitives.ReadSingleLittleEndian(item),
        ('i', 8) => BinaryPrimitives.ReadInt64LittleEndian(item),
        ('i', 4) => BinaryPrimitives.ReadInt32LittleEndian(item),
        ('i', 2) => BinaryPrimitives.ReadInt16LittleEndian(item),
        ('i', 1) => (sbyte)item[0],
        ('u', 8) => BinaryPrimitives.ReadUInt64LittleEndian(item),
        ('u', 4) => BinaryPrimitives.ReadUInt32LittleEndian(item),
        ('u', 2) => BinaryPrimitives.ReadUInt16LittleEndian(item),
        ('u' or 'b', 1) => item[0],
        _ => throw new FormatException($"numbers of type '{kind}{item.Length}' are not read here"),
    };

    [GeneratedRegex(
        @"^\s*\{\s*'descr':\s*'[<|=](?<kind>[fiub])(?<size>[1248])',\s*'fortran_order':\s*(?<order>True|False),\s*'shape':\s*\(\s*(?<rows>\d+)\s*,\s*(?<columns>\d*)\s*,?\s*\)\s*,?\s*\}",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Fields();
}
