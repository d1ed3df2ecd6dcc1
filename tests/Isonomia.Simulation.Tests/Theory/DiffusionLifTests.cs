using Isonomia.Simulation.Theory;

namespace Isonomia.Simulation.Tests.Theory;

public class DiffusionLifTests
{
    private static readonly DiffusionLif Cell = new(0.02, 20, 10, 0.002);

    [Fact]
    public void Without_noise_the_rate_is_that_of_a_constant_input()
    {
        // From 10 to 20 mV on the way to 30: tau ln 2.
        var expected = 1 / (0.002 + 0.02 * Math.Log(2));
        Assert.Equal(expected, Cell.Rate(30, 0), 1e-12);
        Assert.Equal(expected, Cell.Rate(30, 0.01), 1e-3);
        Assert.Equal(0, Cell.Rate(19.9, 0));
    }

    [Fact]
    public void Rare_spikes_follow_the_escape_rate_of_Kramers()
    {
        // Far below threshold: y e^(-y²) / (tau sqrt(pi)), y = (threshold - mean)/noise, to the order 1/(2 y²).
        const double Y = 6;
        var expected = Y * Math.Exp(-Y * Y) / (0.02 * Math.Sqrt(Math.PI));
        Assert.Equal(1, Cell.Rate(20 - Y, 1) / expected, 0.02);
    }

    [Fact]
    public void Strong_noise_and_rare_spikes_make_intervals_random_and_weak_noise_regular()
    {
        Assert.Equal(1, Cell.Variation(14, 1), 1e-3);
        Assert.Equal(1, Cell.Variation(-1000, 1));
        Assert.InRange(Cell.Variation(40, 0.5), 0.001, 0.05);
    }

    [Fact]
    public void Intervals_vary_as_first_passages_of_a_Brownian_path_far_above_threshold()
    {
        // A drift of 1000 mV/tau crosses 10 mV: an inverse Gaussian with CV² = noise²/(1000 x 10) as the leak vanishes
        // beside the drift.
        var cell = new DiffusionLif(0.02, 10, 0, 0);
        Assert.Equal(Math.Sqrt(25.0 / (1000 * 10)), cell.Variation(1000, 5), 5e-4);
    }

    [Theory]
    [InlineData(-50, 3)]
    [InlineData(5, 0.5)]
    [InlineData(19.99, 5)]
    [InlineData(60, 40)]
    [InlineData(400, 1)]
    public void The_rate_rises_with_the_mean_and_never_passes_the_refractory_limit(double mean, double noise)
    {
        var (low, high) = (Cell.Rate(mean, noise), Cell.Rate(mean + 0.1, noise));
        Assert.InRange(low, 0, high);
        Assert.InRange(high, 0, 500);
    }

    [Fact]
    public void Slow_synapses_lower_the_rate_below_threshold() =>
        Assert.True((Cell with { SynapticTau = 0.001 }).Rate(15, 5) < Cell.Rate(15, 5));

    [Fact]
    public void Noise_that_is_none_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Cell.Rate(10, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Cell.Rate(10, double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => Cell.Variation(10, 0));
    }
}
