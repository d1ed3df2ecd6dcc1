using Isonomia.Numerics.Spectra;
using Isonomia.Numerics.Spectra.Kernels;

namespace Isonomia.Numerics.Tests.Spectra;

public class ComplexFftTests
{
    // Two rounding errors for each pass is what a good transform loses; sums by definition lose more.
    private const double Tolerance = 1e-12;

    public static TheoryData<int> Lengths =>
        [.. Enumerable.Range(1, 64), 97, 127, 100, 125, 128, 250, 331, 343, 347, 360, 500, 512, 1009, 1024, 1331, 1537];

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Transform_of_any_length_equals_its_definition(int n)
    {
        var (re, im) = (Noise.Of(n, 1), Noise.Of(n, 2));
        var (expectedRe, expectedIm) = Definition(re, im);
        ComplexFft.OfLength(n).Forward(re, im);
        for (var k = 0; k < n; k++)
        {
            Assert.Equal(expectedRe[k], re[k], Tolerance * n);
            Assert.Equal(expectedIm[k], im[k], Tolerance * n);
        }
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    [InlineData(74536)]
    [InlineData(30011)]
    [InlineData(1 << 16)]
    [InlineData(1 << 18)]
    public void Inverse_undoes_forward(int n)
    {
        var (re, im) = (Noise.Of(n, 3), Noise.Of(n, 4));
        var (expectedRe, expectedIm) = ((double[])re.Clone(), (double[])im.Clone());
        var fft = ComplexFft.OfLength(n);
        fft.Forward(re, im);
        fft.Inverse(re, im);
        for (var k = 0; k < n; k++)
        {
            Assert.Equal(expectedRe[k], re[k], 1e-13);
            Assert.Equal(expectedIm[k], im[k], 1e-13);
        }
    }

    [Theory]
    [InlineData(4096)]
    [InlineData(3750)]
    [InlineData(1009)]
    [InlineData(74536)]
    public void Energy_is_the_same_in_time_and_frequency(int n)
    {
        // Parseval's theorem.
        var (re, im) = (Noise.Of(n, 5), Noise.Of(n, 6));
        var inTime = re.Sum(v => v * v) + im.Sum(v => v * v);
        ComplexFft.OfLength(n).Forward(re, im);
        var inFrequency = (re.Sum(v => v * v) + im.Sum(v => v * v)) / n;
        Assert.Equal(inTime, inFrequency, 1e-12 * inTime);
    }

    [Fact]
    public void An_impulse_holds_every_frequency_alike()
    {
        var (re, im) = (new double[600], new double[600]);
        re[0] = 1;
        ComplexFft.OfLength(600).Forward(re, im);
        Assert.All(re, v => Assert.Equal(1, v, 1e-15));
        Assert.All(im, v => Assert.Equal(0, v, 1e-15));
    }

    [Theory]
    [InlineData(1024)]
    [InlineData(2048)]
    [InlineData(500)]
    [InlineData(243)]
    [InlineData(539)]
    [InlineData(7986)]
    [InlineData(347)]
    public void Every_vector_width_gives_the_same_bits(int n)
    {
        var (re, im) = (Noise.Of(n, 7), Noise.Of(n, 8));
        new ComplexFft(n, 1).Forward(re, im);
        foreach (var width in (int[])[2, 4, 8])
        {
            var (wideRe, wideIm) = (Noise.Of(n, 7), Noise.Of(n, 8));
            new ComplexFft(n, width).Forward(wideRe, wideIm);
            Assert.Equal(re, wideRe);
            Assert.Equal(im, wideIm);
        }
    }

    [Fact]
    public void Many_threads_share_one_instance()
    {
        var fft = ComplexFft.OfLength(900);
        var (re, im) = (Noise.Of(900, 1), Noise.Of(900, 2));
        fft.Forward(re, im);
        Parallel.For(0, 200, _ =>
        {
            var (mineRe, mineIm) = (Noise.Of(900, 1), Noise.Of(900, 2));
            fft.Forward(mineRe, mineIm);
            Assert.Equal(re, mineRe);
            Assert.Equal(im, mineIm);
        });
    }

    [Fact]
    public void A_span_of_another_length_is_refused() =>
        Assert.Throws<ArgumentException>(() => ComplexFft.OfLength(8).Forward(new double[8], new double[7]));

    [Fact]
    public void No_transform_has_no_points() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ComplexFft.OfLength(0));

    private static (double[] Re, double[] Im) Definition(double[] re, double[] im)
    {
        var n = re.Length;
        var (sumRe, sumIm) = (new double[n], new double[n]);
        for (var k = 0; k < n; k++)
        {
            for (var j = 0; j < n; j++)
            {
                var (c, s) = Roots.Of((long)j * k % n, n);
                sumRe[k] += (re[j] * c) + (im[j] * s);
                sumIm[k] += (im[j] * c) - (re[j] * s);
            }
        }

        return (sumRe, sumIm);
    }
}
