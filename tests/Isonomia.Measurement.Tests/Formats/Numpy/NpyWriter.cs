using System.Text;

namespace Isonomia.Measurement.Tests.Formats.Numpy;

/// <summary>Writes NPY data as NumPy's enhancement proposal 1 describes them, for tests to read.</summary>
public static class NpyWriter
{
    public static byte[] Write(string descr, string shape, byte[] data, bool fortran = false, byte version = 1)
    {
        var header = $"{{'descr': {descr}, 'fortran_order': {(fortran ? "True" : "False")}, 'shape': {shape}, }}";
        var lengthBytes = version == 1 ? 2 : 4;
        header += new string(' ', 63 - ((8 + lengthBytes + header.Length) % 64)) + "\n";
        return
        [
            0x93, .. "NUMPY"u8, version, 0, .. BitConverter.GetBytes(header.Length)[..lengthBytes],
            .. Encoding.Latin1.GetBytes(header), .. data,
        ];
    }

    public static byte[] Doubles(string shape, double[] values, bool fortran = false) =>
        Write("'<f8'", shape, [.. values.SelectMany(BitConverter.GetBytes)], fortran);
}
