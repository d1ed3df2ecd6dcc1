using Isonomia.Modeling.Integration;
using Isonomia.Simulation.Compilation;
using Isonomia.Simulation.Populations;

namespace Isonomia.Simulation.Tests.Populations;

/// <summary>Threshold, refractoriness, reset and the list of spikes.</summary>
public class SpikeTests
{
    // A cell that counts steps and spikes in those that are multiples of its own number.
    private static readonly CellText Counting = new("dn/dt = 1/dt : 1\nperiod : 1 (constant)")
    {
        Parameters = new() { ["period"] = "1" },
        Threshold = "n > period - 0.5",
        Reset = "n = 0",
    };

    [Theory]
    [InlineData(1)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(1000)]
    public void Spikes_are_listed_in_order_across_blocks_and_never_from_padding(int size)
    {
        foreach (var width in new[] { LaneWidth.Scalar, LaneWidth.Bits128, LaneWidth.Bits256, LaneWidth.Bits512 })
        {
            var population = Counting.Population(size, new PopulationSettings
            {
                Dt = 1e-3,
                Width = width,
                Parameters = new Dictionary<string, double[]>
                {
                    ["period"] = [.. Enumerable.Range(0, size).Select(i => 1.0 + i % 7)],
                }.ToImmutable(),
            });
            var buffer = new int[size];
            for (var step = 0; step < 50; step++)
            {
                var count = population.Step(step, buffer);
                var expected = Enumerable.Range(0, size).Where(i => (step + 1) % (1 + i % 7) == 0);
                Assert.Equal(expected, buffer.Take(count));
            }
        }
    }

    [Theory]
    [InlineData("0*ms", 1)]
    [InlineData("0.04*ms", 1)]
    [InlineData("0.06*ms", 2)]
    [InlineData("0.1*ms", 2)]
    [InlineData("0.3*ms", 4)]
    [InlineData("2*ms", 21)]
    public void A_refractory_time_is_rounded_to_whole_steps_in_which_no_spike_comes(string time, int interval)
    {
        var always = new CellText("dv/dt = 0*volt/second : volt") { Threshold = "v > -1*volt", Refractory = time };
        var spikes = Spikes.Of(always.Population(3, new PopulationSettings { Dt = 1e-4 }), 200);
        Assert.All(spikes, s => Assert.Equal(Enumerable.Range(0, 199 / interval + 1).Select(k => 1 + k * interval), s));
    }

    [Fact]
    public void States_unless_refractory_stand_still_for_that_time_and_others_go_on()
    {
        var cell = new CellText("dv/dt = 1*volt/second : volt (unless refractory)\ndu/dt = 1*volt/second : volt")
        {
            Threshold = "v > 9.5*mV",
            Reset = "v = 0*mV",
            Refractory = "5*ms",
        };
        var population = cell.Population(1, new PopulationSettings { Dt = 1e-3, Precision = Precision.Double });
        var spikes = Spikes.Of(population, 24);
        Assert.Equal([10], spikes[0]);

        // Reset in step 10, held in 11 to 15, and then nine steps of rise.
        Assert.Equal(9e-3, population["v", 0], 1e-12);
        Assert.Equal(24e-3, population["u", 0], 1e-12);
    }

    [Fact]
    public void A_condition_keeps_a_cell_refractory_while_it_holds_after_a_spike()
    {
        // A wave crosses 0 upwards once a period: without the condition every positive step would be a spike.
        var wave = new CellText("dphase/dt = 10*Hz : 1\nx = sin(2*pi*phase) : 1")
        {
            Threshold = "x > 0.5",
            Refractory = "x > 0.5",
        };
        var spikes = Spikes.Of(wave.Population(2, new PopulationSettings { Dt = 1e-3 }), 1000);
        Assert.Equal(10, spikes[0].Count);
        Assert.All(spikes[0].Zip(spikes[0].Skip(1)), pair => Assert.InRange(pair.Second - pair.First, 99, 101));
    }

    [Fact]
    public void Reset_statements_run_in_order_and_see_what_the_ones_before_wrote()
    {
        var cell = new CellText("da/dt = 0*Hz : 1\ndb/dt = 0*Hz : 1\ndv/dt = 1/dt : 1\nsum = a + b : 1")
        {
            Initial = new() { ["a"] = "1", ["b"] = "2" },
            Threshold = "v > 0.5",
            Reset = "old = a\na = b + 10\nb = old*3\nv = sum",
        };
        var population = cell.Population(5, new PopulationSettings { Dt = 1e-3 });
        population.Step(0, new int[5]);
        Assert.Equal([12, 3, 15], new[] { population["a", 4], population["b", 4], population["v", 4] });
    }

    [Fact]
    public void A_parameter_that_the_reset_changes_is_kept_for_each_cell()
    {
        var adapting = new CellText("dn/dt = 1/dt : 1\ntheta : 1\nstart : 1 (constant)")
        {
            Parameters = new() { ["start"] = "0" },
            Initial = new() { ["theta"] = "2" },
            Threshold = "n >= theta + start",
            Reset = "n = 0\ntheta += 1",
        };
        var spikes = Spikes.Of(adapting.Population(2, new PopulationSettings
        {
            Dt = 1e-3,
            Parameters = new Dictionary<string, double[]> { ["start"] = [0, 1] }.ToImmutable(),
        }), 15);
        Assert.Equal([2, 5, 9, 14], spikes[0]);
        Assert.Equal([3, 7, 12], spikes[1]);
    }

    [Fact]
    public void The_time_since_the_last_spike_is_counted_from_the_end_of_its_step()
    {
        var cell = new CellText("dn/dt = 1/dt : 1\nage = t - lastspike : second\ndseen/dt = (age - seen)/dt : second")
        {
            Threshold = "n > 4.5",
            Reset = "n = 0",
            Method = IntegrationMethod.Euler,
        };
        var population = cell.Population(1, new PopulationSettings { Dt = 1e-3 });
        var probe = population.Probe(("age", population.Model.Equations.Symbols["age"].Read));
        probe.Evaluate(0);
        Assert.True(probe[0, 0] >= 1e4);
        var buffer = new int[1];
        for (var step = 0; step < 5; step++)
            population.Step(step, buffer);
        probe.Evaluate(5);
        Assert.Equal(0, probe[0, 0]);
        population.Step(5, buffer);
        population.Step(6, buffer);
        Assert.Equal(1e-3, population["seen", 0], 1e-9);
    }

    [Fact]
    public void A_value_constant_over_dt_is_that_of_the_start_of_the_step_in_threshold_and_reset()
    {
        var cell = new CellText("dv/dt = 1/dt : 1\nbefore = v : 1 (constant over dt)\ndkept/dt = 0*Hz : 1")
        {
            Threshold = "before > 1.5 and v > before",
            Reset = "v = 0\nkept = before",
        };
        var population = cell.Population(1, new PopulationSettings { Dt = 1e-3 });
        var spikes = Spikes.Of(population, 3);
        Assert.Equal([3], spikes[0]);
        Assert.Equal(2, population["kept", 0]);
    }

    [Fact]
    public void Cells_without_states_can_spike_at_random()
    {
        var poisson = new CellText("rate : Hz (constant)")
        {
            Initial = new() { ["rate"] = "20*Hz" },
            Threshold = "rand() < rate*dt",
        };
        foreach (var width in new[] { LaneWidth.Scalar, LaneWidth.Bits128, LaneWidth.Widest })
        {
            var population = poisson.Population(1000, new PopulationSettings { Dt = 1e-3, Width = width });
            var count = Spikes.Of(population, 1000).Sum(s => s.Count);
            Assert.InRange(count, 20_000 - 5 * Math.Sqrt(20_000), 20_000 + 5 * Math.Sqrt(20_000));
        }
    }
}
