using Isonomia.Modeling.Circuits;
using Isonomia.Numerics.Tests.Random;
using MathNet.Numerics.Distributions;

namespace Isonomia.Simulation.Tests.Connectivity;

/// <summary>References: closed-form distribution functions; Kolmogorov's statistic at the 1 % level.</summary>
public class ValueTests
{
    private const int Targets = 300, Degree = 200;

    [Theory]
    [InlineData(2, 0.5)]
    [InlineData(-351.2e-12, 35.12e-12)]
    public void Normal_weights_are_normal(double mean, double deviation)
    {
        var weights = Weights(new SynapticValue.Normal(mean, deviation));
        Assert.InRange(GoodnessOfFit.Kolmogorov(weights, x => Normal.CDF(mean, deviation, x)), 0, 1.63);
    }

    [Fact]
    public void Log_normal_weights_have_their_median()
    {
        var weights = Weights(new SynapticValue.LogNormal(3e-9, 0.8));
        Assert.InRange(GoodnessOfFit.Kolmogorov(weights, x => LogNormal.CDF(Math.Log(3e-9), 0.8, x)), 0, 1.63);
        Assert.All(Weights(new SynapticValue.LogNormal(-3, 0.8)), w => Assert.True(w < 0));
    }

    [Fact]
    public void Uniform_weights_are_uniform()
    {
        var weights = Weights(new SynapticValue.Uniform(-1, 3));
        Assert.InRange(GoodnessOfFit.Kolmogorov(weights, x => Math.Clamp((x + 1) / 4, 0, 1)), 0, 1.63);
    }

    [Fact]
    public void Redrawn_weights_follow_the_truncated_distribution()
    {
        var weights = Weights(new SynapticValue.Normal(0, 1) { Minimum = 0.5, Maximum = 2, Limit = LimitRule.Redraw });
        double low = Normal.CDF(0, 1, 0.5), high = Normal.CDF(0, 1, 2);
        Assert.InRange(
            GoodnessOfFit.Kolmogorov(weights, x => (Normal.CDF(0, 1, x) - low) / (high - low)), 0, 1.63);
    }

    [Fact]
    public void Clipped_weights_gather_at_the_limits()
    {
        var weights = Weights(new SynapticValue.Normal(0, 1) { Minimum = -0.5, Maximum = 2 });
        var below = weights.Count(w => w == -0.5) / (double)weights.Length;
        var expected = Normal.CDF(0, 1, -0.5);
        Assert.Equal(expected, below, 4 * Math.Sqrt(expected * (1 - expected) / weights.Length));
        Assert.InRange(weights.Min(), -0.5, -0.5);
        Assert.InRange(weights.Max(), 2, 2);
        double[] within = [.. weights.Where(w => w is > -0.5 and < 2)];
        double low = Normal.CDF(0, 1, -0.5), high = Normal.CDF(0, 1, 2);
        Assert.InRange(
            GoodnessOfFit.Kolmogorov(within, x => (Normal.CDF(0, 1, x) - low) / (high - low)), 0, 1.63);
    }

    [Fact]
    public void What_can_never_be_within_the_limits_is_clipped_in_the_end()
    {
        var weights = Weights(new SynapticValue.Normal(0, 1) { Minimum = 50, Limit = LimitRule.Redraw }, 2, 10);
        Assert.All(weights, w => Assert.Equal(50, w));
    }

    [Fact]
    public void Weights_delays_and_sources_are_independent()
    {
        var edges = DrawnEdges.Of(
            new ConnectionRule.InDegree(Degree), 1000, Targets, weight: new SynapticValue.Normal(0, 1),
            delay: new SynapticValue.Uniform(1e-3, 11e-3)).List(0, Targets);
        double[] w = [.. edges.Select(e => e.Weight)], d = [.. edges.Select(e => (double)e.Delay)];
        double[] s = [.. edges.Select(e => (double)e.Source)];
        var bound = 4 / Math.Sqrt(w.Length);
        double Correlation(double[] a, double[] b) => MathNet.Numerics.Statistics.Correlation.Pearson(a, b);
        Assert.InRange(Correlation(w, d), -bound, bound);
        Assert.InRange(Correlation(w, s), -bound, bound);
        Assert.InRange(Correlation(d, s), -bound, bound);
        Assert.InRange(Correlation(w[..^1], w[1..]), -bound, bound);
        Assert.InRange(Correlation(w[..^Degree], w[Degree..]), -bound, bound);
    }

    [Theory]
    [InlineData(1.5e-3, 15)]
    [InlineData(0.35e-3, 4)]
    [InlineData(0.34e-3, 3)]
    [InlineData(0.25e-3, 3)]
    [InlineData(0, 1)]
    [InlineData(-1, 1)]
    public void Half_a_step_of_delay_is_rounded_up_and_none_is_shorter_than_a_step(double delay, int steps)
    {
        var edges = DrawnEdges.Of(new ConnectionRule.OneToOne(), 2, 2, delay: new SynapticValue.Constant(delay));
        Assert.All(edges.List(0, 2), e => Assert.Equal(steps, e.Delay));
        Assert.Equal((steps, steps), (edges.MinDelaySteps, edges.MaxDelaySteps));
    }

    [Fact]
    public void Normal_delays_are_those_of_the_column()
    {
        // Potjans and Diesmann 2014: 1.5 ms with a deviation of 0.75 ms, in steps of 0.1 ms, at least one step.
        var delay = new SynapticValue.Normal(1.5e-3, 0.75e-3) { Minimum = 0.1e-3, Limit = LimitRule.Redraw };
        var edges = DrawnEdges.Of(new ConnectionRule.InDegree(Degree), 1000, Targets, delay: delay);
        var steps = edges.List(0, Targets).Select(e => (long)e.Delay).ToArray();
        double low = Normal.CDF(1.5, 0.75, 0.1);
        double Cdf(double x) => Math.Max(0, (Normal.CDF(1.5, 0.75, x) - low) / (1 - low));
        var p = GoodnessOfFit.ChiSquareP(
            steps, k => Cdf((k + 0.5) * 0.1) - (k == 1 ? 0 : Cdf((k - 0.5) * 0.1)), 1, 60);
        Assert.InRange(p, 0.005, 1);
        Assert.InRange(steps.Min(), edges.MinDelaySteps, edges.MinDelaySteps);
        Assert.InRange(steps.Max(), 40, edges.MaxDelaySteps);
    }

    [Fact]
    public void Bounds_hold_all_weights_and_are_exact_where_limits_bind()
    {
        foreach (var value in new SynapticValue[]
        {
            new SynapticValue.Normal(1, 2), new SynapticValue.LogNormal(2, 1), new SynapticValue.Uniform(-2, -1),
            new SynapticValue.Normal(1, 2) { Minimum = 0, Maximum = 1 },
        })
        {
            var edges = DrawnEdges.Of(new ConnectionRule.InDegree(Degree), 1000, Targets, weight: value);
            var bounds = edges.WeightBounds;
            Assert.DoesNotContain(edges.List(0, Targets), e => !(e.Weight >= bounds.Min && e.Weight <= bounds.Max));
            Assert.Equal(value is SynapticValue.Uniform || double.IsFinite(value.Minimum), bounds.IsExact);
        }
    }

    private static double[] Weights(SynapticValue value, int targets = Targets, int degree = Degree) =>
        [.. DrawnEdges.Of(new ConnectionRule.InDegree(degree), 1000, targets, 11, weight: value).List(0, targets)
            .Select(e => e.Weight)];
}
