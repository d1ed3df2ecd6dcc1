using Isonomia.Numerics.Filtering;
using Isonomia.Numerics.Tests.Spectra;

namespace Isonomia.Numerics.Tests.Filtering;

public class ZeroPhaseFirTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 33)]
    [InlineData(2, 33)]
    [InlineData(10, 33)]
    [InlineData(16, 33)]
    [InlineData(17, 33)]
    [InlineData(40, 33)]
    [InlineData(2000, 33)]
    [InlineData(2000, 1)]
    [InlineData(5000, 413)]
    [InlineData(20000, 413)]
    [InlineData(9000, 3381)]
    public void Filtering_equals_convolution_with_the_signal_oddly_reflected(int n, int taps)
    {
        // MNE's reflect_limited: 2 x[0] - x[k] before, 2 x[n-1] - x[n-1-k] behind, zeros where that runs out.
        var x = Noise.Of(n);
        var half = taps / 2;
        var h = Noise.Of(taps, 2);
        for (var i = 0; i < half; i++)
            h[^(i + 1)] = h[i];
        var reach = Math.Min(half, n - 1);
        var extended = new double[n + (2 * half)];
        x.CopyTo(extended, half);
        for (var k = 1; k <= reach; k++)
        {
            extended[half - k] = (2 * x[0]) - x[k];
            extended[half + n - 1 + k] = (2 * x[^1]) - x[n - 1 - k];
        }

        var y = new double[n];
        new ZeroPhaseFir(h).Apply(x, y);
        for (var i = 0; i < n; i += 1 + (n / 500))
        {
            var sum = 0.0;
            for (var k = 0; k < taps; k++)
                sum += h[k] * extended[i + k];
            Assert.Equal(sum, y[i], 1e-14 * taps);
        }

        new ZeroPhaseFir(h).Apply(x, x);
        Assert.Equal(y, x);
    }

    [Fact]
    public void A_rhythm_in_the_pass_band_keeps_its_phase()
    {
        var x = Enumerable.Range(0, 5000).Select(i => Math.Sin(2 * Math.PI * 10 * i / 250.0)).ToArray();
        var y = new double[x.Length];
        new ZeroPhaseFir(FirDesign.Mne(8, 13, 250)).Apply(x, y);
        for (var i = 300; i < 4700; i++)
            Assert.Equal(x[i], y[i], 5e-3);
    }

    [Fact]
    public void A_constant_passes_a_low_pass_unchanged_to_its_ends()
    {
        // Odd reflection continues a constant by itself.
        var x = Enumerable.Repeat(3.0, 1000).ToArray();
        new ZeroPhaseFir(FirDesign.Mne(null, 30, 250)).Apply(x, x);
        Assert.All(x, v => Assert.Equal(3, v, 1e-12));
    }

    [Fact]
    public void A_line_passes_a_low_pass_unchanged_to_its_ends()
    {
        // So it does a straight line, which even reflection or zeros would bend.
        var x = Enumerable.Range(0, 1000).Select(i => 0.01 * i).ToArray();
        var y = new double[1000];
        new ZeroPhaseFir(FirDesign.Mne(null, 30, 250)).Apply(x, y);
        for (var i = 0; i < 1000; i++)
            Assert.Equal(x[i], y[i], 1e-12);
    }

    [Fact]
    public void Filters_that_would_shift_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new ZeroPhaseFir([0.5, 0.5]));
        Assert.Throws<ArgumentException>(() => new ZeroPhaseFir([0.2, 0.5, 0.3]));
        Assert.Throws<ArgumentException>(() => new ZeroPhaseFir([1]).Apply(new double[3], new double[2]));
    }
}
