using Isonomia.Numerics.Random;
using Isonomia.Numerics.Statistics;
using Isonomia.Numerics.Statistics.Resampling;

namespace Isonomia.Numerics.Tests.Statistics.Resampling;

public class BootstrapTests
{
    // Efron and Tibshirani 1993, table 14.1: spatial test A of 26 neurologically impaired children.
    private static readonly double[] Spatial =
    [
        48, 36, 20, 29, 42, 42, 20, 42, 22, 41, 45, 14, 6, 0, 33, 28, 34, 4, 32, 24, 47, 41, 24, 26, 30, 41,
    ];

    [Fact]
    public void The_variance_of_the_spatial_test_has_the_published_intervals()
    {
        // Reference: Efron and Tibshirani 1993, tables 14.2 and 14.3: variance 171.5; 90 % intervals: percentile
        // (100.8, 233.9), BCa (115.8, 259.6) with 2,000 replicates. Their simulation error is about 2 and 5.
        var bca = Bootstrap.Interval(
            i => Variance(Spatial, i), 26, new() { Replicates = 20_000, Confidence = 0.9, Seed = 1 });
        Assert.Equal(171.5, bca.Estimate, 0.05);
        Assert.Equal(115.8, bca.Lower, 3.0);
        Assert.Equal(259.6, bca.Upper, 6.0);
        BootstrapOptions plain = new() { Replicates = 20_000, Confidence = 0.9, Method = BootstrapMethod.Percentile };
        var percentile = Bootstrap.Interval(i => Variance(Spatial, i), 26, plain);
        Assert.Equal(100.8, percentile.Lower, 3.0);
        Assert.Equal(233.9, percentile.Upper, 5.0);
    }

    [Fact]
    public void The_standard_error_of_a_mean_is_the_plug_in_formula()
    {
        // Reference: closed form sd / sqrt n (population sd), to 4 standard errors (0.5 % each) of the simulation.
        var interval = Bootstrap.Interval(i => Mean(Spatial, i), 26, new() { Replicates = 20_000 });
        var formula = Descriptive.StandardDeviation(Spatial) / Math.Sqrt(26);
        Assert.Equal(1, interval.StandardError / formula, 0.02);
        Assert.Equal(Descriptive.Mean(Spatial), interval.Estimate, 1e-12);
    }

    [Fact]
    public void Intervals_cover_the_truth_as_often_as_they_say()
    {
        // Reference: 90 % asked; 400 samples of 40 exponentials, their mean; binomial standard error 1.5 %, and the
        // known undercoverage of the bootstrap at this size and skewness is about 2 %.
        var covered = 0;
        var x = new double[40];
        for (var sample = 0; sample < 400; sample++)
        {
            new RandomStream(5, "coverage", sample).FillExponential(x);
            var interval = Bootstrap.Interval(
                i => Mean(x, i), 40, new() { Replicates = 500, Confidence = 0.9, Seed = sample });
            covered += interval.Lower <= 1 && 1 <= interval.Upper ? 1 : 0;
        }

        Assert.InRange(covered / 400.0, 0.83, 0.95);
    }

    [Fact]
    public void Blocks_see_the_dependence_of_a_time_series_that_single_items_miss()
    {
        // Reference: closed form: the mean of n items of an AR(1) process has variance (1 + f)/(1 - f) / n times that
        // of independent ones; f = 0.8 triples the standard error. Blocks of 50 find 85 to 100 % of that.
        const double f = 0.8;
        var stream = new RandomStream(9, "ar");
        var x = new double[4000];
        for (var i = 1; i < x.Length; i++)
            x[i] = f * x[i - 1] + stream.Normal();
        var truth = 1 / (1 - f) / Math.Sqrt(x.Length);
        var blocks = Bootstrap.Interval(i => Mean(x, i), x.Length, new() { Replicates = 1000, BlockLength = 50 });
        var single = Bootstrap.Interval(i => Mean(x, i), x.Length, new() { Replicates = 1000 });
        Assert.InRange(blocks.StandardError / truth, 0.8, 1.1);
        Assert.InRange(single.StandardError / truth, 0.28, 0.39);
    }

    [Fact]
    public void Every_block_is_a_run_of_the_series_and_resamples_have_its_length()
    {
        Bootstrap.Interval(
            indices =>
            {
                Assert.InRange(indices.Length, 17, 23);
                for (var i = 1; i < indices.Length && indices.Length == 23; i++)
                    Assert.True(indices[i] == indices[i - 1] + 1 || i % 5 == 0);
                return indices[0];
            },
            23,
            new() { BlockLength = 5, Replicates = 100 });
    }

    [Fact]
    public void The_same_seed_gives_the_same_interval_and_another_another()
    {
        var first = Bootstrap.Interval(i => Mean(Spatial, i), 26, new() { Replicates = 200, Seed = 3 });
        Assert.Equal(first, Bootstrap.Interval(i => Mean(Spatial, i), 26, new() { Replicates = 200, Seed = 3 }));
        Assert.NotEqual(first, Bootstrap.Interval(i => Mean(Spatial, i), 26, new() { Replicates = 200, Seed = 4 }));
    }

    [Fact]
    public void A_constant_has_an_interval_of_no_width_and_an_undefined_statistic_none()
    {
        var constant = Bootstrap.Interval(_ => 7, 10);
        Assert.Equal((7, 7, 7), (constant.Estimate, constant.Lower, constant.Upper));
        Assert.True(double.IsNaN(Bootstrap.Interval(_ => double.NaN, 10).Lower));
        Assert.Throws<ArgumentException>(() => Bootstrap.Interval(_ => 1, 10, new() { BlockLength = 11 }));
    }

    private static double Mean(double[] x, ReadOnlySpan<int> indices)
    {
        double sum = 0;
        foreach (var i in indices)
            sum += x[i];
        return sum / indices.Length;
    }

    private static double Variance(double[] x, ReadOnlySpan<int> indices)
    {
        var mean = Mean(x, indices);
        double sum = 0;
        foreach (var i in indices)
            sum += (x[i] - mean) * (x[i] - mean);
        return sum / indices.Length;
    }
}
