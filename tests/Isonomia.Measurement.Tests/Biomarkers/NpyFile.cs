using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;

namespace Isonomia.Measurement.Tests.Biomarkers;

/// <summary>Arrays of float64 or uint16 from .npy files, so that these tests need no reader of the product.</summary>
internal static partial class NpyFile
{
    public static double[] Vector(string path) => Read(path).Values;

    public static double[][] Rows(string path)
    {
        var (values, shape, fortran) = Read(path);
        return fortran
            ? [.. Enumerable.Range(0, shape[0]).Select(r => values.Where((_, i) => i % shape[0] == r).ToArray())]
            : [.. values.Chunk(shape[^1])];
    }

    private static (double[] Values, int[] Shape, bool Fortran) Read(string path)
    {
        var bytes = File.ReadAllBytes(path);
        var header = Encoding.ASCII.GetString(bytes, 10, BitConverter.ToUInt16(bytes, 8));
        var data = bytes.AsSpan(10 + header.Length);
        int[] shape = [.. Digits().Matches(header[header.IndexOf('(')..]).Select(m => int.Parse(m.Value))];
        Assert.True(header.Contains("'<f8'") || header.Contains("'<u2'"), header);
        double[] values = header.Contains("'<f8'")
            ? MemoryMarshal.Cast<byte, double>(data).ToArray()
            : [.. MemoryMarshal.Cast<byte, ushort>(data).ToArray()];
        return (values, shape, header.Contains("'fortran_order': True"));
    }

    [GeneratedRegex(@"\d+", RegexOptions.None, 1000)]
    private static partial Regex Digits();
}
