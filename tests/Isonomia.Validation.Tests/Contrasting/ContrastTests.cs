using Isonomia.Validation.Contrasting;

namespace Isonomia.Validation.Tests.Contrasting;

public class ContrastTests
{
    private static Contrast Of(double[] first, double[] second) =>
        new("exponent", "1", new Group("first", first), new Group("second", second));

    [Fact]
    public void The_interval_of_a_difference_is_that_of_welch()
    {
        // By hand: variances 2.5 of 5 and 14 of 6, hence 6.97 degrees of freedom; tables of Student's t at 97.5 %:
        // 2.447 at 6 degrees, 2.365 at 7.
        var difference = Of([1, 2, 3, 4, 5], [2, 4, 6, 8, 10, 12]).Difference;
        Assert.Equal(-4, difference.Estimate, 1e-12);
        Assert.Equal(Math.Sqrt(2.5 / 5 + 14.0 / 6), difference.StandardError, 1e-12);
        Assert.InRange((difference.Upper - difference.Estimate) / difference.StandardError, 2.3646, 2.37);
        Assert.Equal(difference.Upper + difference.Lower, 2 * difference.Estimate, 1e-12);
    }

    [Fact]
    public void Size_and_difference_have_the_sign_of_the_first_group()
    {
        Assert.True(Of([3, 4, 5], [1, 2, 3]).Size.Estimate > 0);
        Assert.True(Of([1, 2, 3], [3, 4, 5]).Size.Estimate < 0);
    }

    [Fact]
    public void Lots_find_the_share_of_arrangements_that_are_as_extreme() =>
        // 1..4 against 5..8: of the 70 arrangements 2 are as extreme. 20,000 lots: standard error 0.0012.
        Assert.Equal(2.0 / 70, Of([1, 2, 3, 4], [5, 6, 7, 8]).PermutationP(), 0.005);
}
