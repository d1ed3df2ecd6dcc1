using Isonomia.Numerics.Statistics;

namespace Isonomia.Numerics.Tests.Statistics;

/// <summary>Against what p.adjust of R 4.3 defines, by hand.</summary>
public class ManyTestsTests
{
    private static readonly double[] P = [0.03, 0.01, double.NaN, 0.05, 0.02, 0.04];

    [Fact]
    public void False_discovery_rates_are_those_of_benjamini_and_hochberg()
    {
        // 5 p(i)/i: 0.05 five times.
        Assert.Equal([0.05, 0.05, double.NaN, 0.05, 0.05, 0.05], FalseDiscovery.Adjusted(P).Select(p => Math.Round(p, 12)));
        // 4 x 0.001, 4/2 x 0.3, then the least of 4/3 x 0.4 and 0.5 downwards.
        Assert.Equal([0.004, 0.5, 0.5, 0.5], FalseDiscovery.Adjusted([0.001, 0.3, 0.4, 0.5]).Select(p => Math.Round(p, 12)));
    }

    [Fact]
    public void Familywise_errors_are_those_of_holm() =>
        Assert.Equal([0.09, 0.05, double.NaN, 0.09, 0.08, 0.09], FamilywiseError.Adjusted(P).Select(p => Math.Round(p, 12)));

    [Fact]
    public void Fishers_interval_of_a_correlation_of_one_half_in_28_people_is_the_textbook_one()
    {
        // tanh(atanh(0.5) -+ 1.96/5) = 0.156, 0.736.
        var x = Enumerable.Range(0, 28).Select(i => (double)(i % 2 == 0 ? 1 : -1)).ToArray();
        var z = Enumerable.Range(0, 28).Select(i => (double)(i / 2 % 2 == 0 ? 1 : -1)).ToArray();
        var y = x.Zip(z, (a, b) => a + (Math.Sqrt(3) * b)).ToArray();
        var found = Correlation.PearsonInterval(x, y);
        Assert.Equal(0.5, found.Estimate, 1e-12);
        Assert.Equal(0.156, found.Lower, 5e-4);
        Assert.Equal(0.736, found.Upper, 5e-4);
    }

    [Fact]
    public void Pairs_are_made_unbiased_by_the_factor_for_one_group()
    {
        double[] changes = [1, 2, 3, 4, 6];
        // Exact factor for 4 degrees of freedom: gamma(2)/(sqrt(2) gamma(1.5)) = 0.797885.
        Assert.Equal(0.797885, EffectSize.PairedG(changes).Estimate / EffectSize.Paired(changes).Estimate, 1e-6);
    }
}
