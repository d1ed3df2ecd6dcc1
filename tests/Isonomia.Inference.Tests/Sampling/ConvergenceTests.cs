using Isonomia.Inference.Sampling;
using Isonomia.Numerics.Random;

namespace Isonomia.Inference.Tests.Sampling;

public sealed class ConvergenceTests
{
    [Fact]
    public void Independent_draws_are_worth_what_they_are()
    {
        Assert.InRange(Convergence.RHat(Chains(0, 0)), 0.99, 1.005);
        // The estimate scatters by some 10 %.
        Assert.InRange(Convergence.EffectiveSize(Chains(0, 0)), 3200, 4800);
    }

    [Fact]
    public void Autocorrelated_draws_are_worth_less_by_the_known_factor()
    {
        // An autoregression of 0.8: (1 - 0.8)/(1 + 0.8) of 4,000 draws.
        Assert.Equal(444, Convergence.EffectiveSize(Chains(0.8, 0)), 120.0);
    }

    [Fact]
    public void Chains_that_disagree_are_told() => Assert.True(Convergence.RHat(Chains(0, 1)) > 1.2);

    private static double[][] Chains(double memory, double apart) => [.. Enumerable.Range(0, 4).Select(c =>
    {
        var random = new RandomStream(11, "chains", c);
        var x = 0.0;
        return Enumerable.Range(0, 1000).Select(_ =>
        {
            x = (memory * x) + (Math.Sqrt(1 - (memory * memory)) * random.Normal());
            return x + (c * apart);
        }).ToArray();
    })];
}
