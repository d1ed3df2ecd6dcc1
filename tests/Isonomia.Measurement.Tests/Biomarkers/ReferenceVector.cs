using System.Runtime.InteropServices;
using System.Text;
using Isonomia.Tests;

namespace Isonomia.Measurement.Tests.Biomarkers;

/// <summary>The arrays that the reference tools were run on: little-endian float64 in NPY files.</summary>
internal static class ReferenceVector
{
    public static double[] Read(string name)
    {
        var bytes = File.ReadAllBytes(SharedData.Path("reference/vectors/" + name));
        var header = BitConverter.ToUInt16(bytes, 8);
        Assert.Contains("'<f8'", Encoding.ASCII.GetString(bytes, 10, header), StringComparison.Ordinal);
        return MemoryMarshal.Cast<byte, double>(bytes.AsSpan(10 + header)).ToArray();
    }
}
