using System.Buffers.Binary;
using System.IO.Compression;
using System.Runtime.InteropServices;

namespace Isonomia.Numerics.Tests.Fitting;

/// <summary>Just enough of MATLAB 5 files to take one compressed vector of 16-bit integers, singles or doubles out
/// of a recording.</summary>
internal static class MatVariable
{
    public static double[] Read(string path, string name)
    {
        var file = File.ReadAllBytes(path);
        for (var at = 128; at < file.Length;)
        {
            var length = BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(at + 4));
            Assert.Equal(15, BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(at)));
            using var inflater = new ZLibStream(new MemoryStream(file, at + 8, length), CompressionMode.Decompress);
            using var matrix = new MemoryStream();
            inflater.CopyTo(matrix);
            at += 8 + length;

            // Within: its own tag, flags and dimensions, then its name, then its numbers.
            ReadOnlySpan<byte> rest = matrix.ToArray().AsSpan(40);
            var title = Next(ref rest, out _);
            if (!title.SequenceEqual(System.Text.Encoding.ASCII.GetBytes(name)))
                continue;
            var data = Next(ref rest, out var type);
            return type switch
            {
                3 => [.. MemoryMarshal.Cast<byte, short>(data).ToArray().Select(v => (double)v)],
                7 => [.. MemoryMarshal.Cast<byte, float>(data).ToArray().Select(v => (double)v)],
                9 => MemoryMarshal.Cast<byte, double>(data).ToArray(),
                _ => throw new NotSupportedException($"MATLAB type {type}"),
            };
        }

        throw new KeyNotFoundException(name);
    }

    private static ReadOnlySpan<byte> Next(ref ReadOnlySpan<byte> rest, out int type)
    {
        var word = BinaryPrimitives.ReadInt32LittleEndian(rest);
        type = word & 0xFFFF;
        var small = word >> 16;
        var length = small > 0 ? small : BinaryPrimitives.ReadInt32LittleEndian(rest[4..]);
        var start = small > 0 ? 4 : 8;
        var data = rest.Slice(start, length);
        rest = rest[((start + length + 7) & ~7)..];
        return data;
    }
}
