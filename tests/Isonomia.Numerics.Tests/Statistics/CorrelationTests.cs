using Isonomia.Numerics.Random;
using Isonomia.Numerics.Statistics;

namespace Isonomia.Numerics.Tests.Statistics;

public class CorrelationTests
{
    [Fact]
    public void Anscombes_four_sets_correlate_alike()
    {
        // Reference: Anscombe 1973: r = 0.81642 and 0.81624 (first two sets; R gives 0.8164205, 0.8162365).
        double[] x = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5];
        double[] first = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68];
        double[] second = [9.14, 8.14, 8.74, 8.77, 9.26, 8.10, 6.13, 3.10, 9.13, 7.26, 4.74];
        Assert.Equal(0.8164205, Correlation.Pearson(x, first), 1e-7);
        Assert.Equal(0.8162365, Correlation.Pearson(x, second), 1e-7);
    }

    [Fact]
    public void Ties_share_their_mean_rank()
    {
        // Reference: scipy.stats.rankdata([0, 2, 3, 2]) = 1, 2.5, 4, 2.5.
        var ranks = new double[4];
        Correlation.Ranks([0, 2, 3, 2], ranks);
        Assert.Equal([1, 2.5, 4, 2.5], ranks);
    }

    [Fact]
    public void Rank_correlation_sees_any_monotone_relation_as_perfect()
    {
        // Reference: closed form (exp is monotone); and 1 - 6 sum d^2 / (n (n^2 - 1)) = 1 - 36/120 without ties.
        double[] x = [3, 1, 2, 5, 4];
        Assert.Equal(1, Correlation.Spearman(x, [.. x.Select(Math.Exp)]), 1e-15);
        Assert.InRange(Correlation.Pearson(x, [.. x.Select(Math.Exp)]), 0.5, 0.95);
        Assert.Equal(0.7, Correlation.Spearman([1, 2, 3, 4, 5], [3, 1, 2, 4, 5]), 1e-15);
    }

    [Fact]
    public void Offset_and_gain_do_not_change_a_correlation()
    {
        // Reference: invariance, to rounding. Length 1,003 exercises vector bodies and tails.
        var stream = new RandomStream(8, "correlation");
        double[] x = [.. Enumerable.Range(0, 1003).Select(_ => stream.Normal())];
        double[] y = [.. x.Select(v => 0.5 * v + stream.Normal())];
        var r = Correlation.Pearson(x, y);
        Assert.Equal(0.5 / Math.Sqrt(1.25), r, 4 * (1 - 0.2) / Math.Sqrt(1003));
        Assert.Equal(r, Correlation.Pearson([.. x.Select(v => 1e6 + 1e-3 * v)], y), 1e-6);
        Assert.Equal(-r, Correlation.Pearson([.. x.Select(v => -v)], y), 1e-14);
    }

    [Fact]
    public void A_flat_channel_correlates_with_nothing()
    {
        double[] flat = [.. Enumerable.Repeat(0.1, 50)];
        double[] other = [.. Enumerable.Range(0, 50).Select(i => (double)i)];
        Assert.True(double.IsNaN(Correlation.Pearson(flat, other)));
        Assert.True(double.IsNaN(Correlation.Spearman(other, flat)));
        Assert.Throws<ArgumentException>(() => Correlation.Pearson([1, 2], [1, 2, 3]));
    }
}
