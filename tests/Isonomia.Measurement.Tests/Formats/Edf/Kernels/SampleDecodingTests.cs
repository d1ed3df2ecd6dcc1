using Isonomia.Measurement.Formats.Edf.Kernels;

namespace Isonomia.Measurement.Tests.Formats.Edf.Kernels;

/// <summary>
/// Reference: the plain scalar formula sample * gain + offset, to the bit, at lengths that leave every tail.
/// </summary>
public class SampleDecodingTests
{
    private const double Gain = 0.03125000047;
    private const double Offset = -187.3;

    private static byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        new Random(5).NextBytes(bytes);
        return bytes;
    }

    private static IEnumerable<double> Scaled(int count, Func<int, double> sample) =>
        Enumerable.Range(0, count).Select(i => sample(i) * Gain + Offset);

    [Fact]
    public void Sixteen_bits()
    {
        for (var n = 0; n < 40; n++)
        {
            var (bytes, decoded) = (Bytes(2 * n), new double[n]);
            SampleDecoding.FromInt16(bytes, Gain, Offset, decoded);
            Assert.Equal(Scaled(n, i => BitConverter.ToInt16(bytes, 2 * i)), decoded);
        }
    }

    [Fact]
    public void Twenty_four_bits()
    {
        for (var n = 0; n < 40; n++)
        {
            var (bytes, decoded) = (Bytes(3 * n), new double[n]);
            SampleDecoding.FromInt24(bytes, Gain, Offset, decoded);
            Assert.Equal(
                Enumerable.Range(0, n).Select(i =>
                {
                    var value = bytes[3 * i] + 256 * bytes[3 * i + 1] + 65536 * bytes[3 * i + 2];
                    return (value >= 1 << 23 ? value - (1 << 24) : value) * Gain + Offset;
                }),
                decoded);
        }
    }
}
