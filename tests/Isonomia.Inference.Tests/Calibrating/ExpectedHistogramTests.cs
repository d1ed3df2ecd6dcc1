using Isonomia.Inference.Calibrating;

namespace Isonomia.Inference.Tests.Calibrating;

public sealed class ExpectedHistogramTests
{
    // Of the binomial distribution with 500 trials of probability 1/20: P(count < 13) = 0.0026, P(count > 38) = 0.0046
    // (scipy.stats.binom: cdf(12, 500, 0.05), sf(38, 500, 0.05)).
    [Fact]
    public void Of_uniform_ranks_a_twentieth_stays_between_the_binomial_limits()
    {
        var quantity = new CalibratedQuantity("x", [], [], [.. Enumerable.Range(0, 500).Select(k => (k + 0.5) / 500)]);
        Assert.Equal((13, 38), quantity.Expected99);
    }
}
