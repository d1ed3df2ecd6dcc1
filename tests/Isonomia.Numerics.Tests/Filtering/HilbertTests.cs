using Isonomia.Numerics.Filtering;
using Isonomia.Numerics.Spectra;
using Isonomia.Numerics.Tests.Spectra;

namespace Isonomia.Numerics.Tests.Filtering;

public class HilbertTests
{
    [Fact]
    public void A_whole_number_of_cycles_has_a_flat_envelope()
    {
        // cos -> cos + i sin, of magnitude 1.
        var x = Rhythm(12, 600);
        double[] re = new double[600], im = new double[600], envelope = new double[600];
        Hilbert.AnalyticSignal(x, re, im);
        Hilbert.Envelope(x, envelope);
        Assert.Equal(x, re);
        for (var i = 0; i < 600; i++)
        {
            Assert.Equal(Math.Sin(2 * Math.PI * 12 * i / 600), im[i], 1e-13);
            Assert.Equal(1, envelope[i], 1e-13);
        }
    }

    [Theory]
    [InlineData(480)]
    [InlineData(600)]
    [InlineData(601)]
    public void The_quadrature_equals_its_definition_in_the_frequency_domain(int padded)
    {
        // scipy.signal.hilbert: negative frequencies zero, positive doubled, zero frequency and half the rate kept.
        var x = Noise.Of(480);
        var (re, im) = (new double[padded], new double[padded]);
        x.CopyTo(re, 0);
        var fft = ComplexFft.OfLength(padded);
        fft.Forward(re, im);
        for (var k = 1; k < padded; k++)
        {
            var factor = 2 * k < padded ? 2 : 2 * k == padded ? 1 : 0;
            re[k] *= factor;
            im[k] *= factor;
        }

        fft.Inverse(re, im);
        double[] real = new double[480], quadrature = new double[480];
        Hilbert.AnalyticSignal(x, real, quadrature, padded);
        for (var i = 0; i < 480; i++)
        {
            Assert.Equal(re[i], real[i], 1e-13);
            Assert.Equal(im[i], quadrature[i], 1e-13);
        }
    }

    [Fact]
    public void An_envelope_follows_slow_modulation()
    {
        var x = Enumerable.Range(0, 4096)
            .Select(i => (2 + Math.Cos(2 * Math.PI * 3 * i / 4096)) * Math.Cos(2 * Math.PI * 400 * i / 4096))
            .ToArray();
        Hilbert.Envelope(x, x);
        for (var i = 0; i < x.Length; i++)
            Assert.Equal(2 + Math.Cos(2 * Math.PI * 3 * i / 4096.0), x[i], 1e-12);
    }

    [Fact]
    public void A_padded_length_shorter_than_the_signal_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Hilbert.Envelope(new double[9], new double[9], 8));

    private static double[] Rhythm(int cycles, int n) =>
        [.. Enumerable.Range(0, n).Select(i => Math.Cos(2 * Math.PI * cycles * i / n))];
}
