using Isonomia.Modeling.Circuits;
using Isonomia.Simulation.Compilation;

namespace Isonomia.Simulation.Tests.Synapses;

/// <summary>Transmitter that is released by chance, anew at each synapse and spike.</summary>
public class ChanceReleaseTests
{
    private const int Sources = 400, Targets = 50, Spikes = 40;
    private static readonly SynapticValue Small = new SynapticValue.Constant(0.01);
    private static readonly SynapseModel Unreliable = new SynapseText { OnPre = "_transmitted = w*int(rand() < 0.25)" }.Model();

    // Sums of 400 synapses of release probability p have mean 400 p and variance 400 p (1 - p); over 2,000 sums the
    // mean is known to 0.2 of 100, the variance to 2.4 of 75: five such errors are allowed.
    [Theory]
    [InlineData(Precision.Single)]
    [InlineData(Precision.Double)]
    public void Synapses_release_with_their_probability_independently_of_each_other(Precision precision)
    {
        var sums = Sums(Unreliable, precision, 1);
        var mean = sums.Average();
        Assert.Equal(100, mean, 1.0);
        Assert.Equal(75, sums.Average(s => (s - mean) * (s - mean)), 12.0);
    }

    [Fact]
    public void Normal_amounts_have_their_mean_and_spread()
    {
        var sums = Sums(new SynapseText { OnPre = "_transmitted = w*(2 + 0.5*randn())" }.Model(), Precision.Double, 1);
        var mean = sums.Average();
        Assert.Equal(800, mean, 1.2);
        Assert.Equal(100, sums.Average(s => (s - mean) * (s - mean)), 16.0);
    }

    [Fact]
    public void What_is_released_does_not_depend_on_how_targets_are_divided() =>
        Assert.Equal(Sums(Unreliable, Precision.Single, 1), Sums(Unreliable, Precision.Single, 7));

    [Fact]
    public void Spikes_far_apart_release_anew()
    {
        var projection = new PlasticProjection(Unreliable, new ConnectionRule.AllToAll(), Sources, Targets, weight: Small);
        var all = Enumerable.Range(0, Sources).ToArray();
        var sums = new[] { 5L, 5L + (1 << 24), 5L + (1L << 25) }.Select(step =>
        {
            projection.Pre(step, 1, all);
            return Enumerable.Range(0, Targets).Select(projection.Arrived).ToArray();
        }).ToArray();
        Assert.Equal(3, sums.Select(s => string.Join(' ', s)).Distinct().Count());
    }

    private static double[] Sums(SynapseModel synapse, Precision precision, int parts)
    {
        var projection = new PlasticProjection(
            synapse, new ConnectionRule.AllToAll(), Sources, Targets, weight: Small, precision: precision, parts: parts);
        var all = Enumerable.Range(0, Sources).ToArray();
        var sums = new List<double>();
        for (var step = 0; step < Spikes; step++)
        {
            projection.Pre(step, 1, all);
            sums.AddRange(Enumerable.Range(0, Targets).Select(t => Math.Round(100 * projection.Arrived(t), 4)));
        }

        return [.. sums];
    }
}
