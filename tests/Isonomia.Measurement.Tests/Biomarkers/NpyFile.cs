using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;

namespace Isonomia.Measurement.Tests.Biomarkers;

/// <summary>Float64 arrays from .npy files, so that these tests need no reader of the product.</summary>
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
        Assert.Contains("'<f8'", header);
        int[] shape = [.. Digits().Matches(header[header.IndexOf('(')..]).Select(m => int.Parse(m.Value))];
        return (MemoryMarshal.Cast<byte, double>(bytes.AsSpan(10 + header.Length)).ToArray(), shape,
            header.Contains("'fortran_order': True"));
    }

    [GeneratedRegex(@"\d+", RegexOptions.None, 1000)]
    private static partial Regex Digits();
}
