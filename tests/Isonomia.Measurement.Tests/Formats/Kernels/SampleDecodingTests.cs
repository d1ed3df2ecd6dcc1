using System.Buffers.Binary;
using Isonomia.Measurement.Formats.Kernels;

namespace Isonomia.Measurement.Tests.Formats.Kernels;

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

    [Fact]
    public void Thirty_two_bits_integer_and_floating_point()
    {
        for (var n = 0; n < 40; n++)
        {
            var (bytes, decoded) = (Bytes(4 * n), new double[n]);
            SampleDecoding.FromInt32(bytes, Gain, Offset, decoded);
            Assert.Equal(Scaled(n, i => BitConverter.ToInt32(bytes, 4 * i)), decoded);
            SampleDecoding.FromSingle(bytes, Gain, Offset, decoded);
            Assert.Equal(Scaled(n, i => BitConverter.ToSingle(bytes, 4 * i)), decoded);
        }
    }

    [Fact]
    public void Strided_samples()
    {
        var bytes = Bytes(10 * 12);
        var decoded = new double[10];
        SampleDecoding.FromInt16(bytes, Gain, Offset, decoded, 12);
        Assert.Equal(Scaled(10, i => BitConverter.ToInt16(bytes, 12 * i)), decoded);
        SampleDecoding.FromInt32(bytes, Gain, Offset, decoded, 12);
        Assert.Equal(Scaled(10, i => BitConverter.ToInt32(bytes, 12 * i)), decoded);
        SampleDecoding.FromSingle(bytes, Gain, Offset, decoded, 12);
        Assert.Equal(Scaled(10, i => BitConverter.ToSingle(bytes, 12 * i)), decoded);
    }

    [Theory]
    [InlineData(int.MinValue)]
    [InlineData(int.MaxValue)]
    [InlineData(-1)]
    [InlineData(0)]
    public void Extreme_integers_are_exact(int value)
    {
        var (bytes, decoded) = (new byte[16], new double[4]);
        for (var i = 0; i < 4; i++)
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4 * i), value);
        SampleDecoding.FromInt32(bytes, 1, 0, decoded);
        Assert.All(decoded, v => Assert.Equal(value, v));
    }
}
