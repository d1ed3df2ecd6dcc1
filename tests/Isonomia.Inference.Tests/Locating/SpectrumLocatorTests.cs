using Isonomia.Inference.Corticothalamic;
using Isonomia.Inference.Locating;

namespace Isonomia.Inference.Tests.Locating;

public sealed class SpectrumLocatorTests
{
    private static readonly CorticothalamicGains Truth = new(8, -14, 16, -8, -1, 60, 400, 0.085);

    [Fact]
    public void A_virtual_individual_is_found_within_the_posterior()
    {
        var observed = Virtual.Observe(Truth.ToParameters(), 0.05, 60, 4);
        var posterior = SpectrumLocator.Locate(CorticothalamicModel.Instance, observed, new LocateOptions());
        Assert.True(posterior.Diagnostics.Converged, posterior.Diagnostics.WhyNot);
        Assert.InRange(posterior.ReducedChiSquare, 0.5, 2);
        double[] truth = [Truth.X, Truth.Y, Truth.Z];
        for (var i = 0; i < 3; i++)
        {
            var found = posterior.Coordinate(i);
            // Wider than the 90 % interval: one of three would miss that in a quarter of all runs.
            Assert.InRange(truth[i], found.Median - (4 * found.Sd), found.Median + (4 * found.Sd));
            Assert.True(found.Sd < 0.2, $"{i}: {found}");
        }

        var margin = CharacteristicRoots.Rightmost(Truth).Margin;
        Assert.InRange(margin, posterior.Margin.Median - (4 * posterior.Margin.Sd), posterior.Margin.Median + (4 * posterior.Margin.Sd));
        // All gains grown together leave the spectrum nearly as it is.
        var directions = Identifiability.Of(posterior).Directions;
        Assert.True(directions[0].VarianceRatio < 0.01);
        Assert.True(directions[^1].VarianceRatio > 0.05);
    }

    [Fact]
    public void The_same_spectrum_and_seed_give_the_same_posterior_on_any_number_of_threads()
    {
        var observed = Virtual.Observe(Truth.ToParameters(), 0.05, 20, 5);
        var options = new LocateOptions { Draws = 50, MostDraws = 50, Particles = 100 };
        var one = SpectrumLocator.Locate(CorticothalamicModel.Instance, observed, options with { Threads = 1 });
        var three = SpectrumLocator.Locate(CorticothalamicModel.Instance, observed, options with { Threads = 3 });
        Assert.Equal(one.Draws, three.Draws);
        Assert.Equal(one.Scales, three.Scales);
        // So few draws cannot have converged, and it says so.
        Assert.False(one.Diagnostics.Converged);
        Assert.NotNull(one.Diagnostics.WhyNot);
    }
}
