using Isonomia.Numerics.Filtering;
using Isonomia.Numerics.Filtering.Kernels;
using Isonomia.Numerics.Spectra;
using Isonomia.Numerics.Spectra.Kernels.Lanes;
using Isonomia.Numerics.Tests.Spectra;

namespace Isonomia.Numerics.Tests.Filtering;

public class ResamplerTests
{
    [Theory]
    [InlineData(3, 2, 1000)]
    [InlineData(2, 3, 1001)]
    [InlineData(19, 10, 20000)]
    [InlineData(10, 19, 20000)]
    [InlineData(23, 20, 5003)]
    [InlineData(1, 2, 777)]
    [InlineData(1, 20, 30000)]
    [InlineData(2, 1, 40)]
    [InlineData(125, 256, 12345)]
    [InlineData(256, 125, 3000)]
    [InlineData(3, 7, 1)]
    [InlineData(7, 3, 2)]
    [InlineData(6, 4, 500)]
    public void Resampling_equals_the_definition_of_scipys_resample_poly(int up, int down, int n)
    {
        // y[m] = sum_k h[10 max + m down - k up] x[k], h the Kaiser 5.0 low-pass times up, zeros beyond x.
        var x = Noise.Of(n);
        var y = Resampler.ResamplePoly(x, up, down);
        if (up == 6)
            (up, down) = (3, 2);
        Assert.Equal(((long)n * up + down - 1) / down, y.Length);
        var half = 10 * Math.Max(up, down);
        var h = FirDesign.Windowed(
            (2 * half) + 1, [1.0 / Math.Max(up, down)], passZero: true, 2, WindowFunction.Kaiser(5));
        for (var m = 0; m < y.Length; m++)
        {
            var sum = 0.0;
            var nearest = (int)((long)m * down / up);
            var reach = (half / up) + 1;
            for (var k = Math.Max(nearest - reach, 0); k <= Math.Min(nearest + reach, n - 1); k++)
            {
                var tap = half + ((long)m * down) - ((long)k * up);
                if (tap >= 0 && tap < h.Length)
                    sum += h[tap] * up * x[k];
            }

            Assert.Equal(sum, y[m], 1e-13);
        }
    }

    [Fact]
    public void A_rhythm_keeps_its_frequency_amplitude_and_phase()
    {
        // 10 Hz at 250 Hz, resampled to 160 Hz; the Kaiser 5.0 filter ripples by 2e-3 in its pass band.
        var x = Rhythm(10, 250, 2500);
        var y = Resampler.ResamplePoly(x, 16, 25);
        var expected = Rhythm(10, 160, 1600);
        for (var i = 100; i < 1500; i++)
            Assert.Equal(expected[i], y[i], 2e-3);
    }

    [Fact]
    public void A_rhythm_that_the_new_rate_cannot_hold_is_gone()
    {
        // 110 Hz cannot be told from 50 Hz at 160 Hz; 54 dB down is what the Kaiser 5.0 window gives.
        var y = Resampler.ResamplePoly(Rhythm(110, 250, 2500), 16, 25);
        Assert.InRange(y[100..1500].Max(Math.Abs), 0, 2e-3);
    }

    [Fact]
    public void The_same_rate_changes_nothing()
    {
        var x = Noise.Of(50);
        Assert.Equal(x, Resampler.ResamplePoly(x, 4, 4));
    }

    [Fact]
    public void Every_vector_width_gives_the_same_bits()
    {
        var planes = Noise.Of(1000);
        int[] offsets = [3, 700, 71, 200, 1, 412, 555];
        var taps = Noise.Of(offsets.Length, 2);
        double[] one = new double[64], two = new double[64], four = new double[64], eight = new double[64];
        Polyphase.Sum<Lanes1>(planes, offsets, taps, one);
        Polyphase.Sum<Lanes2>(planes, offsets, taps, two);
        Polyphase.Sum<Lanes4>(planes, offsets, taps, four);
        Polyphase.Sum<Lanes8>(planes, offsets, taps, eight);
        Assert.Equal(one, two);
        Assert.Equal(one, four);
        Assert.Equal(one, eight);
    }

    [Theory]
    [InlineData(3, 5)]
    [InlineData(20, 29)]
    [InlineData(29, 20)]
    [InlineData(4, 1)]
    public void Every_sample_out_is_the_filter_s_sum_over_zeros_put_in(int up, int down)
    {
        // The definition, sample by sample: zeros between samples, the filter, every down-th of it. Lengths around those
        // of squares and blocks, so that every edge of what is moved in blocks is met. Rounding of some hundred sums.
        var half = 10 * Math.Max(up, down);
        var taps = FirDesign.Windowed((2 * half) + 1, [1.0 / Math.Max(up, down)], passZero: true, samplingRate: 2,
            WindowFunction.Kaiser(5));
        foreach (var length in new[] { 1, 3, 4, 5, 127, 128, 4001, 30_011 })
        {
            var x = Noise.Of(length);
            var y = Resampler.ResamplePoly(x, up, down);
            for (var n = 0; n < y.Length; n += y.Length > 1000 ? 37 : 1)
            {
                var sum = 0.0;
                for (var k = 0; k < length; k++)
                {
                    var at = half + (n * down) - (k * up);
                    if (at >= 0 && at < taps.Length)
                        sum += taps[at] * up * x[k];
                }

                Assert.Equal(sum, y[n], 1e-12);
            }
        }
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    public void A_ratio_of_nothing_is_refused(int up, int down) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Resampler(up, down));

    private static double[] Rhythm(double hertz, double rate, int n) =>
        [.. Enumerable.Range(0, n).Select(i => Math.Sin(2 * Math.PI * hertz * i / rate))];
}
