using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Isonomia.Measurement.Tests.Formats.Matlab;

/// <summary>Writes level 5 MAT files, as MATLAB's documentation of the format says, for tests to read.</summary>
public sealed class MatWriter(bool bigEndian = false, bool compressed = false)
{
    private readonly MemoryStream file = Header(bigEndian);

    /// <summary>Type and class codes of the numeric classes.</summary>
    public static IReadOnlyDictionary<string, (uint Type, uint Class, int Size)> Classes { get; } =
        new Dictionary<string, (uint, uint, int)>
        {
            ["double"] = (9, 6, 8),
            ["single"] = (7, 7, 4),
            ["int8"] = (1, 8, 1),
            ["uint8"] = (2, 9, 1),
            ["int16"] = (3, 10, 2),
            ["uint16"] = (4, 11, 2),
            ["int32"] = (5, 12, 4),
            ["uint32"] = (6, 13, 4),
            ["int64"] = (12, 14, 8),
            ["uint64"] = (13, 15, 8),
        };

    /// <summary>Adds a variable made by one of the methods below.</summary>
    public MatWriter Add(string name, Func<string, byte[]> value)
    {
        var matrix = value(name);
        if (!compressed)
        {
            file.Write(matrix);
            return this;
        }

        using var packed = new MemoryStream();
        using (var deflate = new ZLibStream(packed, CompressionMode.Compress, leaveOpen: true))
            deflate.Write(matrix);
        file.Write([.. Word(15), .. Word((uint)packed.Length), .. packed.ToArray()]);
        return this;
    }

    public byte[] ToArray() => file.ToArray();

    /// <summary>Numbers, column by column; stored as another class where told.</summary>
    public Func<string, byte[]> Numbers(
        string type, int[] dimensions, double[] values, double[]? imaginary = null, bool logical = false,
            string? storedAs = null) => name =>
    {
        var flags = Classes[type].Class | (imaginary is null ? 0 : 0x800u) | (logical ? 0x200u : 0);
        byte[] real = Element(Classes[storedAs ?? type].Type, Data(storedAs ?? type, values));
        byte[] imaginaryPart = imaginary is null ? []
            : Element(Classes[storedAs ?? type].Type, Data(storedAs ?? type, imaginary));
        return Matrix(name, flags, dimensions, [.. real, .. imaginaryPart]);
    };

    /// <summary>A row of zero bytes.</summary>
    public Func<string, byte[]> Zeros(int count) => name =>
        Matrix(name, Classes["uint8"].Class, [1, count], Element(2, new byte[count]));

    public Func<string, byte[]> Scalar(double value) => Numbers("double", [1, 1], [value]);

    public Func<string, byte[]> Text(string text) => name =>
    {
        var characters = bigEndian ? Encoding.BigEndianUnicode.GetBytes(text) : Encoding.Unicode.GetBytes(text);
        return Matrix(name, 4, [text.Length == 0 ? 0 : 1, text.Length], Element(4, characters));
    };

    public Func<string, byte[]> Cell(params Func<string, byte[]>[] cells) => name =>
        Matrix(name, 1, [1, cells.Length], [.. cells.SelectMany(c => c(""))]);

    /// <summary>An array of structs: a row of values for each.</summary>
    public Func<string, byte[]> Structs(string[] fields, params Func<string, byte[]>[][] elements) => name =>
    {
        var names = new byte[32 * fields.Length];
        for (var i = 0; i < fields.Length; i++)
            Encoding.ASCII.GetBytes(fields[i]).CopyTo(names, 32 * i);
        return Matrix(name, 2, [1, elements.Length],
            [.. Element(5, Word(32)), .. Element(1, names), .. elements.SelectMany(e => e.SelectMany(v => v("")))]);
    };

    /// <summary>A sparse matrix with one entry.</summary>
    public Func<string, byte[]> Sparse() => name =>
        Matrix(name, 5, [3, 3],
            [.. Element(5, Word(0)), .. Element(5, [.. Word(0), .. Word(1), .. Word(1), .. Word(1)]),
                .. Element(9, Data("double", [1]))]);

    private byte[] Matrix(string name, uint flags, int[] dimensions, byte[] body) => Element(14,
    [
        .. Element(6, [.. Word(flags), .. Word(0)]),
        .. Element(5, [.. dimensions.SelectMany(d => Word((uint)d))]),
        .. Element(1, Encoding.UTF8.GetBytes(name)),
        .. body,
    ]);

    private byte[] Element(uint type, byte[] data)
    {
        if (data.Length is > 0 and <= 4)
            return [.. Word(((uint)data.Length << 16) | type), .. data, .. new byte[4 - data.Length]];
        return [.. Word(type), .. Word((uint)data.Length), .. data, .. new byte[-data.Length & 7]];
    }

    private byte[] Data(string type, double[] values)
    {
        var size = Classes[type].Size;
        var data = new byte[size * values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            var bits = type switch
            {
                "double" => BitConverter.DoubleToInt64Bits(values[i]),
                "single" => BitConverter.SingleToInt32Bits((float)values[i]),
                _ => (long)values[i],
            };
            for (var b = 0; b < size; b++)
                data[(i * size) + (bigEndian ? size - 1 - b : b)] = (byte)(bits >> (8 * b));
        }

        return data;
    }

    private byte[] Word(uint word)
    {
        var bytes = new byte[4];
        if (bigEndian)
            BinaryPrimitives.WriteUInt32BigEndian(bytes, word);
        else
            BinaryPrimitives.WriteUInt32LittleEndian(bytes, word);
        return bytes;
    }

    private static MemoryStream Header(bool bigEndian)
    {
        var header = new byte[128];
        header.AsSpan().Fill((byte)' ');
        Encoding.ASCII.GetBytes("MATLAB 5.0 MAT-file, written by a test").CopyTo(header, 0);
        (bigEndian ? [1, 0, (byte)'M', (byte)'I'] : new byte[] { 0, 1, (byte)'I', (byte)'M' }).CopyTo(header, 124);
        var stream = new MemoryStream();
        stream.Write(header);
        return stream;
    }
}
