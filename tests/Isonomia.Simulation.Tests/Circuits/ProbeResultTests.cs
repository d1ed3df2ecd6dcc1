using Isonomia.Modeling.Circuits;
using Isonomia.Simulation.Circuits;
using Xunit;

namespace Isonomia.Simulation.Tests.Circuits;

public sealed class ProbeResultTests
{
    [Fact]
    public void The_recorded_rate_is_that_of_the_spikes_in_each_interval()
    {
        var mixed = TestCircuit.Mixed();
        using var run = new CircuitRun(
            mixed with
            {
                Probes =
                [
                    mixed.Probes[0],
                    new ProbeModel { Population = 0, Rate = true, Every = 5e-3 },
                    new ProbeModel { Population = 0, Rate = true, Every = 5e-3, Cells = [1, 2, 3] },
                    new ProbeModel { Population = 1, Rate = true, Every = 5e-3 },
                ],
            }, new CircuitRunSettings());
        var result = run.Run();
        var spikes = result.Populations[0];
        Assert.Equal(40, result.Probes[0].Values.Length);
        for (var bin = 0; bin < 40; bin++)
        {
            var (from, to) = ((bin * 5e-3) + 5e-5, ((bin + 1) * 5e-3) + 5e-5);
            int[] within = [.. Enumerable.Range(0, spikes.SpikeTimes.Length).Where(s => spikes.SpikeTimes[s] > from && spikes.SpikeTimes[s] <= to)];
            Assert.Equal(within.Length / (100 * 5e-3), result.Probes[0].Values[bin], 1e-9);
            Assert.Equal(within.Count(s => spikes.SpikeCells[s] is 1 or 2 or 3) / (3 * 5e-3), result.Probes[1].Values[bin], 1e-9);
        }

        // Spikes that were only counted for a rate are not given out.
        Assert.Empty(result.Populations[1].SpikeTimes);
        Assert.Equal(result.Populations[1].Rate, result.Probes[2].Values.Average(), 1e-6);
    }

    [Fact]
    public void A_field_potential_is_the_weighted_difference_of_two_sums_with_their_lags()
    {
        var mixed = TestCircuit.Mixed();
        var (v, s) = (TestCircuit.Leaky.Equations.Symbols["v"], TestCircuit.Leaky.Equations.Symbols["s"]);
        using var run = new CircuitRun(
            mixed with
            {
                Probes =
                [
                    new ProbeModel
                    {
                        Population = 0,
                        Every = 1e-3,
                        IsSum = true,
                        Proxy = LfpProxy.Rws,
                        Values = [new ProbedValue("I_E", s.Read, s.Dimension), new ProbedValue("I_I", v.Read, v.Dimension)],
                    },
                ],
            }, new CircuitRunSettings());
        var probes = run.Run().Probes;
        Assert.Equal(["I_E", "I_I", "lfp"], probes.Select(p => p.Variable));

        // AMPA(t - 6 ms) - 1.65 GABA(t)
        for (var t = 6; t < 200; t++)
            Assert.Equal(probes[0].Values[t - 6] - (1.65 * probes[1].Values[t]), probes[2].Values[t], 1e-12);
    }
}
