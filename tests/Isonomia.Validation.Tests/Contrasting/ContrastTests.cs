using Isonomia.Validation.Contrasting;

namespace Isonomia.Validation.Tests.Contrasting;

public class ContrastTests
{
    private static Contrast Of(double[] first, double[] second) =>
        new("exponent", "1", new Group("first", first), new Group("second", second));

    [Fact]
    public void The_interval_of_a_difference_is_that_of_welch()
    {
        // By hand: variances 2.5 of 5 and 14 of 6, hence 6.97 degrees of freedom.
        var contrast = Of([1, 2, 3, 4, 5], [2, 4, 6, 8, 10, 12]);
        Assert.Equal(-4, contrast.Difference, 1e-12);
        var half = contrast.Difference - contrast.Interval.Low;
        var (a, b) = (0.5, 14.0 / 6);
        var freedom = (a + b) * (a + b) / (a * a / 4 + b * b / 5);
        Assert.Equal(6.97, freedom, 0.01);
        // Tables of Student's t at 97.5 %: 2.447 at 6 degrees, 2.365 at 7; at 6.97, between and near the latter.
        Assert.InRange(half / Math.Sqrt(a + b), 2.3646, 2.37);
    }

    [Fact]
    public void Hedges_g_is_the_difference_in_pooled_deviations_made_a_little_smaller()
    {
        // By hand: both variances 2.5, difference 2, d = 2/sqrt(2.5) = 1.264911, factor 1 - 3/(4*8 - 1) = 28/31.
        var contrast = Of([3, 4, 5, 6, 7], [1, 2, 3, 4, 5]);
        Assert.Equal(2 / Math.Sqrt(2.5) * 28 / 31, contrast.HedgesG, 1e-12);
        var half = 1.96 * Math.Sqrt(10.0 / 25 + contrast.HedgesG * contrast.HedgesG / 20);
        Assert.Equal(contrast.HedgesG - half, contrast.HedgesInterval.Low, 1e-12);
        Assert.Equal(contrast.HedgesG + half, contrast.HedgesInterval.High, 1e-12);
    }

    [Fact]
    public void Lots_find_the_share_of_arrangements_that_are_as_extreme()
    {
        // 1..4 against 5..8: of the 70 arrangements 2 are as extreme. 20,000 lots: standard error 0.0012.
        Assert.Equal(2.0 / 70, Of([1, 2, 3, 4], [5, 6, 7, 8]).PermutationP(), 0.005);
    }

    [Fact]
    public void Equal_groups_do_not_differ()
    {
        var contrast = Of([1, 2, 3], [1, 2, 3]);
        Assert.Equal(0, contrast.HedgesG, 1e-12);
        Assert.Equal(1, contrast.PermutationP());
    }
}
