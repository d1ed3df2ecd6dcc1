using Isonomia.Simulation.Compilation;
using Isonomia.Simulation.Populations;

namespace Isonomia.Simulation.Tests.Populations;

/// <summary>The leaky integrate-and-fire cell, whose spikes are known in closed form.</summary>
public class LeakyCellTests
{
    private static readonly CellText Leaky = new("dv/dt = (R*I - v)/tau : volt (unless refractory)\nI : amp (constant)")
    {
        Parameters = new() { ["tau"] = "20*ms", ["R"] = "100*Mohm", ["I"] = "0*pA" },
        Threshold = "v > 15*mV",
        Reset = "v = 0*mV",
        Refractory = "2*ms",
    };

    // From 0 the cell passes the threshold after tau log(RI/(RI - theta)); on the grid in the step that ends behind it.
    [Theory]
    [InlineData(Precision.Single)]
    [InlineData(Precision.Double)]
    public void A_constant_current_makes_it_fire_at_the_intervals_of_the_closed_form(Precision precision)
    {
        double[] currents = [.. Enumerable.Range(0, 37).Select(i => (100 + 10 * i) * 1e-12)];
        var population = Leaky.Population(currents.Length, new PopulationSettings
        {
            Dt = 1e-4,
            Precision = precision,
            Parameters = new SortedDictionary<string, double[]> { ["I"] = currents }
                .ToImmutable(),
        });
        var spikes = Spikes.Of(population, 20_000);
        for (var cell = 0; cell < currents.Length; cell++)
        {
            var drive = currents[cell] * 100e6;
            if (drive <= 15e-3)
            {
                Assert.Empty(spikes[cell]);
                continue;
            }

            var rise = (int)Math.Floor(20e-3 * Math.Log(drive / (drive - 15e-3)) / 1e-4) + 1;
            Assert.Equal(rise, spikes[cell][0]);
            Assert.All(spikes[cell].Zip(spikes[cell].Skip(1)),
                pair => Assert.Equal(rise + 20, pair.Second - pair.First));
        }
    }
}
