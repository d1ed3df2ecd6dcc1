using Isonomia.Numerics.Spectra;

namespace Isonomia.Numerics.Tests.Spectra;

public class RealFftTests
{
    public static TheoryData<int> Lengths =>
        [.. Enumerable.Range(1, 64), 100, 127, 250, 256, 347, 500, 512, 1000, 1001, 1024, 4096, 5000, 74536, 30250];

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Bins_equal_those_of_the_complex_transform(int n)
    {
        var x = Noise.Of(n);
        var (re, im) = ((double[])x.Clone(), new double[n]);
        ComplexFft.OfLength(n).Forward(re, im);
        var fft = RealFft.OfLength(n);
        var (halfRe, halfIm) = (new double[fft.Bins], new double[fft.Bins]);
        fft.Forward(x, halfRe, halfIm);
        var tolerance = 1e-14 * Math.Max(10, n);
        for (var k = 0; k < fft.Bins; k++)
        {
            Assert.Equal(re[k], halfRe[k], tolerance);
            Assert.Equal(im[k], halfIm[k], tolerance);
        }
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Inverse_undoes_forward(int n)
    {
        var x = Noise.Of(n);
        var fft = RealFft.OfLength(n);
        var (re, im) = (new double[fft.Bins], new double[fft.Bins]);
        fft.Forward(x, re, im);
        var back = new double[n];
        fft.Inverse(re, im, back);
        for (var i = 0; i < n; i++)
            Assert.Equal(x[i], back[i], 1e-13);
    }

    [Fact]
    public void A_cosine_is_one_bin()
    {
        // cos(2 pi 5 t/60) = half at +5 and half at -5 cycles: 30 in bin 5.
        var x = Enumerable.Range(0, 60).Select(i => Math.Cos(2 * Math.PI * 5 * i / 60)).ToArray();
        var (re, im) = (new double[31], new double[31]);
        RealFft.OfLength(60).Forward(x, re, im);
        for (var k = 0; k <= 30; k++)
        {
            Assert.Equal(k == 5 ? 30 : 0, re[k], 1e-13);
            Assert.Equal(0, im[k], 1e-13);
        }
    }

    [Fact]
    public void A_span_of_another_length_is_refused() =>
        Assert.Throws<ArgumentException>(
            () => RealFft.OfLength(8).Forward(new double[8], new double[4], new double[5]));
}
