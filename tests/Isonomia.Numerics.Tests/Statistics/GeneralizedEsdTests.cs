using Isonomia.Numerics.Random;
using Isonomia.Numerics.Statistics;

namespace Isonomia.Numerics.Tests.Statistics;

public class GeneralizedEsdTests
{
    // Rosner 1983, as tabulated in the NIST/SEMATECH e-Handbook, section 1.3.5.17.3.
    private static readonly double[] Rosner =
    [
        -0.25, 0.68, 0.94, 1.15, 1.20, 1.26, 1.26, 1.34, 1.38, 1.43, 1.49, 1.49, 1.55, 1.56, 1.58, 1.65, 1.69, 1.70,
        1.76, 1.77, 1.81, 1.91, 1.94, 1.96, 1.99, 2.06, 2.09, 2.10, 2.14, 2.15, 2.23, 2.24, 2.26, 2.35, 2.37, 2.40,
        2.47, 2.54, 2.62, 2.64, 2.90, 2.92, 2.92, 2.93, 3.21, 3.26, 3.30, 3.59, 3.68, 4.30, 4.64, 5.34, 5.42, 6.01,
    ];

    [Fact]
    public void Rosners_example_has_three_outliers()
    {
        // Reference: NIST/SEMATECH e-Handbook 1.3.5.17.3: three at the 5 % level, although R_1 and R_2 alone are
        // below their critical values: 6.01, 5.42 and 5.34.
        Assert.Equal([53, 52, 51], GeneralizedEsd.Outliers(Rosner, 10));
        Assert.Empty(GeneralizedEsd.Outliers(Rosner, 1));
        Assert.Empty(GeneralizedEsd.Outliers(Rosner, 2));
        Assert.Equal(3, GeneralizedEsd.Outliers(Rosner, 3).Length);
    }

    [Theory]
    [InlineData(0.04, 0)]
    [InlineData(0.05, 3)]
    public void The_critical_value_of_the_third_is_where_the_handbook_puts_it(double alpha, int expected)
    {
        // Reference: same: R_3 = 3.179 against 3.143 at 5 %; solving for equality gives a level of 4.3 %.
        Assert.Equal(expected, GeneralizedEsd.Outliers(Rosner, 10, alpha).Length);
    }

    [Fact]
    public void Dividing_by_n_makes_deviations_larger_and_the_test_looser()
    {
        // Reference: R grows by sqrt(n/(n-1)), so what ddof 1 finds ddof 0 finds too.
        var stream = new RandomStream(6, "esd");
        for (var run = 0; run < 50; run++)
        {
            double[] x = [.. Enumerable.Range(0, 30).Select(_ => stream.Normal() / Math.Max(0.05, stream.Uniform()))];
            var strict = GeneralizedEsd.Outliers(x, 4);
            var loose = GeneralizedEsd.Outliers(x, 4, ddof: 0);
            Assert.True(loose.Length >= strict.Length);
            Assert.Equal(strict, loose.AsSpan(0, strict.Length).ToArray());
        }
    }

    [Fact]
    public void A_clean_normal_sample_yields_outliers_as_often_as_the_level_says()
    {
        // Reference: Rosner 1983: the level holds for n of 25 and more. 2,000 samples: 5 % +- 4 x 0.5 %.
        var x = new double[60];
        var found = 0;
        for (var sample = 0; sample < 2000; sample++)
        {
            new RandomStream(7, "esd level", sample).FillNormal(x);
            found += GeneralizedEsd.Outliers(x, 5).Length > 0 ? 1 : 0;
        }

        Assert.Equal(0.05, found / 2000.0, 0.02);
    }

    [Fact]
    public void Constant_and_tiny_samples_have_no_outliers_and_missing_values_are_refused()
    {
        Assert.Empty(GeneralizedEsd.Outliers([2, 2, 2, 2, 2, 2], 2));
        Assert.Empty(GeneralizedEsd.Outliers([1, 100], 1));
        Assert.Empty(GeneralizedEsd.Outliers([], 1));
        Assert.Throws<ArgumentException>(() => GeneralizedEsd.Outliers([1, 2, double.NaN, 4], 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => GeneralizedEsd.Outliers([1, 2, 3], 1, alpha: 1));
    }
}
