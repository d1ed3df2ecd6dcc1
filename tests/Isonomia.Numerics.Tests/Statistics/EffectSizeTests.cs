using Isonomia.Numerics.Random;
using Isonomia.Numerics.Statistics;

namespace Isonomia.Numerics.Tests.Statistics;

public class EffectSizeTests
{
    [Fact]
    public void Means_of_103_and_100_have_the_textbooks_effect_sizes()
    {
        // Reference: Borenstein, Hedges, Higgins and Rothstein, "Introduction to Meta-Analysis" (2009), chapter 4:
        // means 103 and 100, deviations 5.5 and 4.5, 50 each: d 0.5970, variance 0.0418; g 0.5924, variance 0.0411.
        var first = WithMoments(103, 5.5, 50);
        var second = WithMoments(100, 4.5, 50);
        var d = EffectSize.CohenD(first, second);
        Assert.Equal(0.5970, d.Estimate, 5e-5);
        Assert.Equal(0.0418, d.StandardError * d.StandardError, 5e-5);
        var g = EffectSize.HedgesG(first, second);
        Assert.Equal(0.5924, g.Estimate, 5e-5);
        Assert.Equal(0.0411, g.StandardError * g.StandardError, 5e-5);
        Assert.Equal(0.5924 - 1.96 * Math.Sqrt(0.0411), g.Lower, 1e-3);
        Assert.Equal(0.5924 + 1.96 * Math.Sqrt(0.0411), g.Upper, 1e-3);
    }

    [Fact]
    public void Hedges_factor_removes_the_bias_of_small_samples()
    {
        // Reference: the true effect, 0.8; mean of 20,000 samples of five and five, standard error 0.005.
        double g = 0, d = 0;
        var x = new double[10];
        for (var sample = 0; sample < 20_000; sample++)
        {
            new RandomStream(3, "hedges", sample).FillNormal(x);
            for (var i = 0; i < 5; i++)
                x[i] += 0.8;
            d += EffectSize.CohenD(x.AsSpan(0, 5), x.AsSpan(5)).Estimate / 20_000;
            g += EffectSize.HedgesG(x.AsSpan(0, 5), x.AsSpan(5)).Estimate / 20_000;
        }

        Assert.Equal(0.8, g, 0.02);
        Assert.InRange(d, 0.86, 0.92);
    }

    [Fact]
    public void Pairing_measures_the_change_in_units_of_its_own_spread()
    {
        // Reference: closed form: differences of mean 2 and deviation 4 in 16 pairs: d 0.5, error sqrt(1/16 + 1/128).
        var paired = EffectSize.Paired(WithMoments(2, 4, 16));
        Assert.Equal(0.5, paired.Estimate, 1e-12);
        Assert.Equal(Math.Sqrt(1 / 16.0 + 1 / 128.0), paired.StandardError, 1e-12);
        Assert.Throws<ArgumentException>(() => EffectSize.Paired([1]));
        Assert.Throws<ArgumentException>(() => EffectSize.CohenD([1], [1, 2]));
    }

    private static double[] WithMoments(double mean, double deviation, int n)
    {
        var spread = deviation * Math.Sqrt((n - 1.0) / n);
        return [.. Enumerable.Range(0, n).Select(i => mean + (i % 2 == 0 ? spread : -spread))];
    }
}
