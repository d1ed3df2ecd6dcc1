using FsCheck;
using FsCheck.Fluent;
using Isonomia.Numerics.Random;
using Isonomia.Numerics.Statistics;

namespace Isonomia.Numerics.Tests.Statistics;

public class DescriptiveTests
{
    [Fact]
    public void A_large_offset_does_not_drown_a_small_spread()
    {
        // Reference: NIST StRD NumAcc4, certified mean 10000000.2 and standard deviation 0.1; the data themselves
        // carry 2e-9 of rounding.
        double[] x = [10000000.2, .. Enumerable.Range(0, 1000).Select(i => i % 2 == 0 ? 10000000.1 : 10000000.3)];
        Assert.Equal(10000000.2, Descriptive.Mean(x), 1e-8);
        Assert.Equal(0.1, Descriptive.StandardDeviation(x, 1), 1e-8);
    }

    [Fact]
    public void Moments_are_those_of_the_definition()
    {
        // Reference: closed forms for 1, 2, ..., n: mean (n+1)/2, variance (n^2-1)/12, skewness 0,
        // kurtosis -6 (n^2+1) / (5 (n^2-1)); and for 0, 0, 0, 1: m2 3/16, g1 2/sqrt 3, g2 -2/3.
        double[] x = [.. Enumerable.Range(1, 101).Select(i => (double)i)];
        Assert.Equal(51, Descriptive.Mean(x), 1e-12);
        Assert.Equal(850, Descriptive.Variance(x), 1e-10);
        Assert.Equal(858.5, Descriptive.Variance(x, 1), 1e-10);
        Assert.Equal(0, Descriptive.Skewness(x), 1e-12);
        Assert.Equal(-6 * 10202.0 / (5 * 10200), Descriptive.Kurtosis(x), 1e-12);
        double[] lopsided = [0, 0, 0, 1];
        Assert.Equal(2 / Math.Sqrt(3), Descriptive.Skewness(lopsided), 1e-12);
        Assert.Equal(-2.0 / 3, Descriptive.Kurtosis(lopsided), 1e-12);
    }

    [Fact]
    public void Percentiles_follow_numpys_linear_definition()
    {
        // Reference: numpy.percentile([15, 20, 35, 40, 50], [0, 5, 40, 50, 100]) = 15, 16, 29, 35, 50; and
        // np.percentile(range(1, 78), 0.025) = 1.019: the 0.025 of FOOOF is a fortieth of a per cent.
        double[] x = [40, 15, 50, 35, 20];
        Assert.Equal([15.0, 16, 29, 35, 50], ((double[])[0, 5, 40, 50, 100]).Select(p => Descriptive.Percentile(x, p)));
        double[] spectrum = [.. Enumerable.Range(1, 77).Select(i => (double)i)];
        Assert.Equal(1.019, Descriptive.Percentile(spectrum, 0.025), 1e-12);
    }

    [Fact]
    public void Order_statistics_are_those_of_the_sorted_sample()
    {
        // Reference: sorting. Small integers make ties; lengths up to several thousand exercise every branch.
        Prop.ForAll(
            ArbMap.Default.ArbFor<int>().Generator.Three().ToArbitrary(),
            t =>
            {
                var (seed, size, spread) = t;
                var stream = new RandomStream(seed, "select");
                var n = 1 + Math.Abs(size * 37 % 3000);
                double[] x = [.. Enumerable.Range(0, n).Select(_ => (double)stream.Below(2 + Math.Abs(spread)))];
                if (seed % 4 == 0)
                    Array.Sort(x);
                var sorted = x.Order().ToArray();
                var rank = stream.Below(n);
                var copy = x.ToArray();
                Assert.Equal(sorted[rank], OrderStatistics.Select(copy, rank));
                Assert.Equal(sorted, copy.Order());
                Assert.True(copy.Take(rank).All(v => v <= copy[rank]) && copy.Skip(rank).All(v => v >= copy[rank]));
                Assert.Equal((sorted[(n - 1) / 2] + sorted[n / 2]) / 2, Descriptive.Median(x));
            }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void One_wild_sample_moves_the_mean_but_not_the_median_and_its_deviation()
    {
        // Reference: by hand; median 3, absolute deviations 2 1 0 1 997.
        double[] x = [1, 2, 3, 4, 1000];
        Assert.Equal(202, Descriptive.Mean(x));
        Assert.Equal(3, Descriptive.Median(x));
        Assert.Equal(1, Descriptive.MedianAbsoluteDeviation(x));
    }

    [Fact]
    public void Missing_values_and_empty_samples_give_not_a_number()
    {
        double[] gap = [1, double.NaN, 3, 4, 5, 6, 7];
        Assert.All(
            (double[])
            [
                Descriptive.Mean([]), Descriptive.Median([]), Descriptive.Variance([1], 1), Descriptive.Mean(gap),
                Descriptive.Median(gap), Descriptive.Percentile(gap, 50), Descriptive.MedianAbsoluteDeviation(gap),
                Descriptive.Skewness([2, 2, 2]), Descriptive.Kurtosis([2, 2, 2]),
            ],
            v => Assert.True(double.IsNaN(v)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Descriptive.Percentile(gap, 101));
    }
}
