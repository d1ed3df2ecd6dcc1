using Isonomia.Numerics.Statistics.HeavyTails;

namespace Isonomia.Numerics.Tests.Statistics.HeavyTails;

public class HurwitzZetaTests
{
    // Euler's values, Apery's constant, and zeta(3/2) (OEIS A078434); shifts by the recurrence.
    [Theory]
    [InlineData(2, 1, Math.PI * Math.PI / 6)]
    [InlineData(4, 1, Math.PI * Math.PI * Math.PI * Math.PI / 90)]
    [InlineData(3, 1, 1.2020569031595942854)]
    [InlineData(1.5, 1, 2.6123753486854883433)]
    [InlineData(2, 0.5, Math.PI * Math.PI / 2)]
    [InlineData(2, 3, Math.PI * Math.PI / 6 - 1.25)]
    [InlineData(20, 1, 1.0000009539620338728)]
    public void It_has_the_known_values(double s, double q, double expected) =>
        Assert.Equal(expected, HurwitzZeta.Of(s, q), 4e-15 * expected);

    [Theory]
    [InlineData(1.05, 1)]
    [InlineData(1.5, 7)]
    [InlineData(2.5, 1)]
    [InlineData(6, 30)]
    [InlineData(25, 3)]
    public void Derivatives_are_those_of_the_function(double s, double q)
    {
        var (value, first, second) = HurwitzZeta.WithDerivatives(s, q);
        var h = 1e-4 * (s - 1);
        var (below, above) = (HurwitzZeta.Of(s - h, q), HurwitzZeta.Of(s + h, q));
        Assert.Equal(HurwitzZeta.Of(s, q), value, 1e-14 * value);
        Assert.Equal(1, first / ((above - below) / (2 * h)), 1e-5);
        Assert.Equal(1, second / ((above - 2 * value + below) / (h * h)), 1e-5);
    }
}
