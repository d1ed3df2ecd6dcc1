using Isonomia.Numerics.Signals;

namespace Isonomia.Numerics.Tests.Signals;

public class FieldPotentialProxyTests
{
    private const double Ms = 1e-3;

    // A pulse of excitation at 10 ms and one of inhibition at 20 ms: the first comes 6 ms late, the second at once and
    // 1.65 times as large; inhibitory current is negative, so both pulses point the same way.
    [Theory]
    [InlineData(1e-3)]
    [InlineData(1e-4)]
    [InlineData(5e-5)]
    public void The_reference_weighted_sum_delays_excitation_by_six_milliseconds_at_any_step(double step)
    {
        var proxy = Pulses(step, 10 * Ms, 20 * Ms, ProxyWeights.Rws);
        Assert.Equal(1, proxy[At(16 * Ms, step)]);
        Assert.Equal(1.65, proxy[At(20 * Ms, step)]);
        Assert.Equal(2, proxy.Count(p => p != 0));
    }

    [Theory]
    [InlineData(1e-4)]
    [InlineData(5e-5)]
    public void Erws1_looks_ahead_in_excitation_and_delays_inhibition(double step)
    {
        var proxy = Pulses(step, 10 * Ms, 20 * Ms, ProxyWeights.Erws1);
        Assert.Equal(1, proxy[At(9.1 * Ms, step)]);
        Assert.Equal(0.3, proxy[At(22.3 * Ms, step)]);
        Assert.Equal(2, proxy.Count(p => p != 0));
        var causal = Pulses(step, 10 * Ms, 20 * Ms, ProxyWeights.Erws1Causal);
        Assert.Equal(1, causal[At(10 * Ms, step)]);
        Assert.Equal(0.1, causal[At(23.1 * Ms, step)]);
    }

    // By hand: 4^-0.1 = 0.870551, 4^-0.6 = 0.435275, 4^-1.7 = 0.094732, 4^-0.2 = 0.757858, 4^-0.5 = 0.5.
    [Fact]
    public void Erws2_follows_the_external_rate_as_worked_by_hand()
    {
        var weights = ProxyWeights.Erws2(4);
        Assert.Equal((-0.6 * 0.870551) - 0.4, weights.ExcitatoryLag / Ms, 1e-6);
        Assert.Equal(3 - (1.9 * 0.435275), weights.InhibitoryLag / Ms, 1e-5);
        Assert.Equal((1.4 * 0.094732) + 0.2, weights.InhibitoryWeight, 1e-6);
        var causal = ProxyWeights.Erws2Causal(4);
        Assert.Equal(0, causal.ExcitatoryLag);
        Assert.Equal(4 - (1.5 * 0.757858), causal.InhibitoryLag / Ms, 1e-5);
        Assert.Equal(0.25, causal.InhibitoryWeight, 1e-12);
    }

    // 2.17 ms are 21 to 22 samples of 0.1 ms: its lag is divided by the step, so the pulse lands there.
    [Theory]
    [InlineData(1e-4)]
    [InlineData(2e-5)]
    public void Lags_of_Erws2_are_times_not_numbers_of_samples(double step)
    {
        var weights = ProxyWeights.Erws2(4);
        var proxy = Pulses(step, 10 * Ms, 20 * Ms, weights);
        var inhibition = Enumerable.Range(0, proxy.Length).Where(t => t * step > 15 * Ms).ToArray();
        var sum = inhibition.Sum(t => proxy[t]);
        Assert.Equal(weights.InhibitoryWeight, sum, 1e-12);
        Assert.Equal((20 * Ms) + weights.InhibitoryLag, inhibition.Sum(t => proxy[t] * t * step) / sum, 1e-9);
    }

    // Half a sample late: half of it in each of two samples.
    [Fact]
    public void A_lag_between_samples_is_shared_between_them()
    {
        var proxy = new double[4];
        FieldPotentialProxy.Compute([0, 1, 0, 0], [0, 0, 0, 0], 1, new ProxyWeights(0.5, 0, 1), proxy);
        Assert.Equal([0, 0.5, 0.5, 0], proxy);
        FieldPotentialProxy.Compute([0, 1, 0, 0], [0, 0, 0, 0], 1, new ProxyWeights(-0.25, 0, 1), proxy);
        Assert.Equal([0.25, 0.75, 0, 0], proxy);
    }

    [Fact]
    public void Constant_currents_give_a_constant_proxy_from_the_first_sample_on()
    {
        var proxy = new double[50];
        FieldPotentialProxy.Compute(Constant(2), Constant(-1), 1e-4, ProxyWeights.Rws, proxy);
        Assert.All(proxy, p => Assert.Equal(3.65, p, 1e-12));
        double[] Constant(double value) => [.. Enumerable.Repeat(value, 50)];
    }

    [Fact]
    public void What_cannot_be_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => ProxyWeights.Erws2(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => ProxyWeights.Erws2Causal(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(
            () => FieldPotentialProxy.Compute([1], [1], 0, ProxyWeights.Rws, new double[1]));
        Assert.Throws<ArgumentException>(
            () => FieldPotentialProxy.Compute([1, 2], [1], 1, ProxyWeights.Rws, new double[2]));
        FieldPotentialProxy.Compute([], [], 1, ProxyWeights.Rws, []);
    }

    private static int At(double time, double step) => (int)Math.Round(time / step);

    private static double[] Pulses(double step, double excitation, double inhibition, ProxyWeights weights)
    {
        var samples = At(40 * Ms, step);
        var (e, i, proxy) = (new double[samples], new double[samples], new double[samples]);
        e[At(excitation, step)] = 1;
        i[At(inhibition, step)] = -1;
        FieldPotentialProxy.Compute(e, i, step, weights, proxy);
        return proxy;
    }
}
