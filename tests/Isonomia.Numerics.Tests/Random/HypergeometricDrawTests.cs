using Isonomia.Numerics.Random;
using Isonomia.Numerics.Random.Sampling;

namespace Isonomia.Numerics.Tests.Random;

/// <summary>References: the closed form C(m, k) C(o, n - k)/C(m + o, n); its mean and variance at large numbers.</summary>
public class HypergeometricDrawTests
{
    [Theory]
    [InlineData(5, 7, 6)]
    [InlineData(40, 1960, 700)]
    [InlineData(300, 20, 310)]
    [InlineData(1000, 1000, 3)]
    public void Draws_follow_the_closed_form(int marked, int others, int draws)
    {
        var stream = new RandomStream(31, "hypergeometric");
        var p = GoodnessOfFit.ChiSquareP(
            Enumerable.Range(0, 50_000).Select(_ => HypergeometricDraw.ByInversion(
                stream.Uniform(), marked, others, draws)).ToArray(),
            k => k > draws || k > marked || draws - k > others ? 0 : Math.Exp(
                MathNet.Numerics.SpecialFunctions.BinomialLn(marked, (int)k)
                + MathNet.Numerics.SpecialFunctions.BinomialLn(others, draws - (int)k)
                - MathNet.Numerics.SpecialFunctions.BinomialLn(marked + others, draws)),
            0, marked);
        Assert.InRange(p, 0.005, 1);
    }

    [Fact]
    public void Billions_of_items_have_the_mean_and_variance_of_the_closed_form()
    {
        const double Marked = 3e9, Others = 5e9, Draws = 2e8;
        var stream = new RandomStream(32, "hypergeometric");
        double[] z = [.. Enumerable.Range(0, 2000).Select(_ =>
        {
            var share = Marked / (Marked + Others);
            var variance = Draws * share * (1 - share) * (Marked + Others - Draws) / (Marked + Others - 1);
            var k = HypergeometricDraw.ByInversion(stream.Uniform(), (long)Marked, (long)Others, (long)Draws);
            return (k - Draws * share) / Math.Sqrt(variance);
        })];
        Assert.InRange(
            GoodnessOfFit.Kolmogorov(z, x => MathNet.Numerics.Distributions.Normal.CDF(0, 1, x)), 0, 1.63);
    }

    [Fact]
    public void What_is_certain_is_not_drawn()
    {
        Assert.Equal(4, HypergeometricDraw.ByInversion(0.3, 4, 9, 13));
        Assert.Equal(0, HypergeometricDraw.ByInversion(0.3, 0, 9, 5));
        Assert.Equal(5, HypergeometricDraw.ByInversion(0.99, 9, 0, 5));
    }
}
