using Isonomia.Modeling.Circuits;
using Isonomia.Simulation.Circuits;
using Isonomia.Simulation.Compilation;
using Isonomia.Simulation.Connectivity;
using Isonomia.Simulation.Results;
using Xunit;

namespace Isonomia.Simulation.Tests.Circuits;

public sealed class CircuitRunTests
{
    [Fact]
    public void Spikes_travel_along_synapses_as_in_the_plainest_simulation()
    {
        // Currents only: what arrives in a step does not reach the threshold in it. Weights that are whole quanta.
        var mixed = TestCircuit.Mixed(spread: 0);
        var circuit = mixed with
        {
            Projections =
            [
                mixed.Projections[0],
                TestCircuit.Projection("S->E", 2, 0, "current", new ConnectionRule.InDegree(10), 6e-3, 0),
            ],
            Stimuli = [],
        };
        var plain = PlainCircuit.Run(circuit, 4000);
        using var run = new CircuitRun(circuit, new CircuitRunSettings
        {
            Threads = 2,
            Precision = Precision.Double,
            Duration = 0.4,
        });
        var result = run.Run();
        Assert.True(result.Populations[0].Spikes > 200);
        for (var p = 0; p < 3; p++)
        {
            var expected = plain.Where(s => s.Population == p).OrderBy(s => (s.Step, s.Cell)).ToArray();
            Assert.Equal(expected.Select(s => s.Cell), result.Populations[p].SpikeCells);
            Assert.Equal(expected.Select(s => (s.Step + 1) * circuit.Dt), result.Populations[p].SpikeTimes);
        }
    }

    [Theory]
    [InlineData(2, LaneWidth.Widest)]
    [InlineData(3, LaneWidth.Bits256)]
    [InlineData(5, LaneWidth.Bits128)]
    [InlineData(1, LaneWidth.Scalar)]
    public void Neither_threads_nor_vectors_change_a_bit(int threads, LaneWidth width)
    {
        var circuit = TestCircuit.Mixed() with
        {
            Probes =
            [
                .. TestCircuit.Mixed().Probes,
                new ProbeModel { Population = 0, Every = 0.5e-3, Cells = [3, 50, 99], Values = [Potential] },
                new ProbeModel { Population = 0, Every = 1e-3, IsSum = true, Values = [Potential with { Name = "sum" }] },
            ],
        };
        var expected = Of(circuit, new CircuitRunSettings { Threads = 1 });
        var result = Of(circuit, new CircuitRunSettings { Threads = threads, Width = width });
        Assert.True(expected.Populations.All(p => p.Spikes > 50));
        for (var p = 0; p < 3; p++)
        {
            Assert.Equal(expected.Populations[p].SpikeTimes, result.Populations[p].SpikeTimes);
            Assert.Equal(expected.Populations[p].SpikeCells, result.Populations[p].SpikeCells);
        }

        for (var p = 0; p < 2; p++)
            Assert.Equal(expected.Probes[p].Values, result.Probes[p].Values);
        Assert.Equal(400 * 3, expected.Probes[0].Values.Length);
        Assert.Equal(200, expected.Probes[1].Values.Length);
    }

    [Fact]
    public void Another_seed_gives_another_run_and_the_same_seed_the_same()
    {
        var circuit = TestCircuit.Mixed();
        var first = Of(circuit, new CircuitRunSettings { Seed = 1 });
        Assert.Equal(first.Populations[0].SpikeTimes, Of(circuit, new CircuitRunSettings { Seed = 1 }).Populations[0].SpikeTimes);
        Assert.NotEqual(first.Populations[0].SpikeTimes, Of(circuit, new CircuitRunSettings { Seed = 2 }).Populations[0].SpikeTimes);
    }

    [Fact]
    public void Weights_of_very_different_size_are_kept_wide_and_a_listed_kick_arrives_when_it_should()
    {
        var mixed = TestCircuit.Mixed();
        var tiny = new ConnectionRule.Listed([0, 0], [5, 6], [20e-3, 1e-6], []);
        var circuit = mixed with
        {
            Populations = [mixed.Populations[0] with { Cell = Silent }, mixed.Populations[1], mixed.Populations[2] with
            {
                Spikes = new SpikeSource.Listed([0.01], [0]),
            }],
            Projections =
            [
                TestCircuit.Projection("S->E", 2, 0, "jump", tiny, 1e-6, 1)
                    with { Weight = new SynapticValue.LogNormal(1e-6, 1), Delay = new SynapticValue.Constant(2e-3) },
            ],
            Stimuli = [],
            Probes = [.. mixed.Probes, new ProbeModel { Population = 0, Every = 1e-4, Values = [Potential], Cells = [5, 6] }],
        };
        var result = Of(circuit, new CircuitRunSettings { Duration = 0.02 });
        Assert.Contains(result.Resolutions, r => r is { Population: "E", Port: "jump", Format: "32-bit weights" });

        // The spike of 10 ms arrives at 12 ms, where 20 mV exceed the threshold at once.
        Assert.Equal([0.012], result.Populations[0].SpikeTimes, (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Equal([5], result.Populations[0].SpikeCells);
        Assert.Equal(0, result.Probes[0].Values[(119 * 2) + 1]);
        Assert.Equal(1e-6, result.Probes[0].Values[(120 * 2) + 1], 1e-10);
    }

    [Fact]
    public void What_arrives_while_refractory_is_lost_where_the_receptor_says_so()
    {
        var mixed = TestCircuit.Mixed();
        var circuit = mixed with
        {
            Populations = [mixed.Populations[0] with { Cell = Silent }],
            Projections = [],
            Stimuli =
            [
                new StimulusModel { Name = "fire", Target = 0, Port = "jump", Weight = 11e-3, Times = [5e-3] },
                new StimulusModel { Name = "late", Target = 0, Port = "jump", Weight = 1e-3, Times = [5.5e-3] },
                new StimulusModel { Name = "kept", Target = 0, Port = "jump", Weight = 1e-3, Times = [6.1e-3] },
            ],
            Probes = [mixed.Probes[0], new ProbeModel { Population = 0, Every = 1e-4, Values = [Potential], Cells = [0] }],
        };
        var result = Of(circuit, new CircuitRunSettings { Duration = 0.01 });
        Assert.Equal(100, result.Populations[0].Spikes);
        Assert.All(result.Populations[0].SpikeTimes, t => Assert.Equal(5e-3, t, 1e-12));

        // Reset to 2 mV, still for 1 ms, and then a decay of one step before what is kept arrives.
        Assert.Equal(2e-3, result.Probes[0].Values[60], 1e-9);
        Assert.Equal((2e-3 * Math.Exp(-0.01)) + 1e-3, result.Probes[0].Values[61], 1e-8);
    }

    [Fact]
    public void A_circuit_that_will_not_fit_is_refused_with_the_figures()
    {
        var error = Assert.Throws<CircuitTooLargeException>(() => new CircuitRun(
            TestCircuit.Mixed(), new CircuitRunSettings { MostBytes = 1 << 20 }));
        Assert.Contains("synapses of 4 bytes", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_population_that_runs_away_stops_the_run_and_is_named()
    {
        var mixed = TestCircuit.Mixed();
        var circuit = mixed with
        {
            Populations = [mixed.Populations[0] with { Cell = TestCircuit.Leaky with { Refractory = null } }],
            Projections = [],
            Stimuli = [mixed.Stimuli[0] with { Rate = TestCircuit.Rate(1e6) }],
            Probes = [],
        };
        var error = Assert.Throws<RunawayException>(() => Of(circuit, new CircuitRunSettings()));
        Assert.Equal("E", error.Population);
        Assert.Equal(0.02, error.Time, 1e-9);
    }

    [Theory]
    [InlineData(2e11)]
    [InlineData(double.NaN)]
    public void A_stimulus_beyond_all_bounds_stops_the_run_and_is_named(double hertz)
    {
        var mixed = TestCircuit.Mixed();
        var circuit = mixed with { Stimuli = [mixed.Stimuli[0] with { Rate = TestCircuit.Rate(hertz) }] };
        var error = Assert.Throws<ProjectionException>(() => Of(circuit, new CircuitRunSettings()));
        Assert.Contains("stimulus 'noise'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_that_is_stopped_keeps_what_it_has()
    {
        using var stop = new CancellationTokenSource();
        using var run = new CircuitRun(TestCircuit.Mixed(), new CircuitRunSettings { Duration = 10 });
        var result = run.Run(new Stopper(stop), cancellation: stop.Token);
        Assert.Equal(10, result.InterruptedOf!.Value, 1e-9);
        Assert.Equal(0.1, result.Duration, 1e-9);
        Assert.True(result.Populations[0].SpikeTimes[^1] <= 0.1 + 1e-9);
        Assert.True(result.Populations[0].Spikes > 0);
    }

    private static readonly Modeling.Models.CellModel Silent = TestCircuit.Leaky with
    {
        Initial = TestCircuit.Leaky.Initial.Clear(),
    };

    private static ProbedValue Potential => new(
        "v", TestCircuit.Leaky.Equations.Symbols["v"].Read, TestCircuit.Leaky.Equations.Symbols["v"].Dimension);

    private static RunResult Of(CircuitModel circuit, CircuitRunSettings settings)
    {
        using var run = new CircuitRun(circuit, settings);
        return run.Run();
    }

    private sealed class Stopper(CancellationTokenSource stop) : IProgress<CircuitProgress>
    {
        public void Report(CircuitProgress value)
        {
            if (value.Time >= 0.1 - 1e-9)
                stop.Cancel();
        }
    }
}
