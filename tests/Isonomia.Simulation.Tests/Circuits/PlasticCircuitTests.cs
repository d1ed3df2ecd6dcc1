using Isonomia.Modeling.Circuits;
using Isonomia.Simulation.Circuits;
using Isonomia.Simulation.Circuits.Checkpoints;
using Isonomia.Simulation.Compilation;
using Isonomia.Simulation.Connectivity;
using Isonomia.Simulation.Results;
using Isonomia.Simulation.Tests.Synapses;

namespace Isonomia.Simulation.Tests.Circuits;

/// <summary>Synapses that change, in circuits that run.</summary>
public sealed class PlasticCircuitTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("isonomia").FullName;

    private static readonly SynapseModel Static = new SynapseText { OnPre = "_transmitted = w" }.Model();

    private static readonly SynapseModel Pairs = new SynapseText
    {
        Parameters = { ["tau"] = 20e-3 },
        States = { ["apre"] = ("-apre/tau", "0"), ["apost"] = ("-apost/tau", "0") },
        OnPre = """
            apre = apre + 1
            w = clip(w - 0.0003*apost, 0, 0.006)
            _transmitted = w
            """,
        OnPost = """
            apost = apost + 1
            w = clip(w + 0.0003*apre, 0, 0.006)
            """,
    }.Model() with
    { LargestWeight = 0.006 };

    [Fact]
    public void Synapses_that_keep_nothing_act_as_static_ones()
    {
        // The same projections once through the compact tables and once through event code; units of both are fine
        // enough that no spike differs: 1e-9 of a threshold of 10 mV.
        var circuit = TestCircuit.Mixed();
        var plastic = circuit with
        {
            Projections = [.. circuit.Projections.Select(p => p with { Synapse = Static })],
        };
        var compact = Spikes(circuit, 2);
        var general = Spikes(plastic, 2);
        Assert.NotEmpty(compact);
        var shared = compact.Intersect(general).Count();
        Assert.InRange(shared, 0.98 * compact.Length, compact.Length);
        Assert.Equal(compact.Take(200), general.Take(200));
    }

    [Theory]
    [InlineData(Precision.Single)]
    [InlineData(Precision.Double)]
    public void Plasticity_does_not_depend_on_the_number_of_threads(Precision precision)
    {
        var one = Spikes(Learning(), 1, precision);
        Assert.True(one.Length > 500);
        Assert.Equal(one, Spikes(Learning(), 2, precision));
        Assert.Equal(one, Spikes(Learning(), 5, precision));
        Assert.NotEqual(one, Spikes(TestCircuit.Mixed(), 1, precision));
    }

    [Fact]
    public void A_run_with_plasticity_goes_on_from_a_checkpoint_to_the_same_bits()
    {
        var whole = Spikes(Learning(), 1);
        using (var stop = new CancellationTokenSource())
        using (var run = new CircuitRun(Learning(), new CircuitRunSettings { Threads = 3 }))
            run.Run(new Stopper(stop), new CheckpointFolder(folder, "test"), 0.04, stop.Token);
        using var resumed = new CircuitRun(Learning(), new CircuitRunSettings { Threads = 2 });
        resumed.Resume(new CheckpointFolder(folder, "test"));
        Assert.Equal(whole, All(resumed.Run()));
    }

    [Fact]
    public void Weights_are_read_while_they_change_whatever_the_number_of_threads()
    {
        double[] Weights(int threads)
        {
            using var run = new CircuitRun(Learning(), new CircuitRunSettings { Threads = threads });
            var before = run.Weights("E->E");
            run.Run();
            var after = run.Weights("E->E");
            Assert.NotEqual(before, after);
            Assert.Equal(3e-3, before.Average(), 1e-4);
            Assert.DoesNotContain(after, w => w is < 0 or > 0.0060001);
            Assert.Throws<ArgumentException>(() => run.Weights("I->E"));
            return after;
        }

        Assert.Equal(Weights(1), Weights(3));
    }

    [Fact]
    public void Weights_that_start_at_nothing_need_a_limit()
    {
        var circuit = TestCircuit.Mixed();
        var unlimited = circuit with
        {
            Projections = [circuit.Projections[0] with { Synapse = Static, Weight = new SynapticValue.Constant(0) }],
        };
        var error = Assert.Throws<ProjectionException>(() => new CircuitRun(unlimited, new CircuitRunSettings()));
        Assert.Contains("names no largest", error.Message);
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(folder, true);

    private static CircuitModel Learning()
    {
        var circuit = TestCircuit.Mixed();
        return circuit with
        {
            Projections = [.. circuit.Projections.Select((p, k) => k is 0 or 1 ? p with { Synapse = Pairs } : p)],
        };
    }

    private static (double Time, int Cell, int Population)[] Spikes(
        CircuitModel circuit, int threads, Precision precision = Precision.Single)
    {
        using var run = new CircuitRun(circuit, new CircuitRunSettings { Threads = threads, Precision = precision });
        return All(run.Run());
    }

    private static (double Time, int Cell, int Population)[] All(RunResult result) =>
        [.. result.Populations.SelectMany((p, k) => p.SpikeTimes.Zip(p.SpikeCells, (t, c) => (t, c, k))).Order()];

    private sealed class Stopper(CancellationTokenSource stop) : IProgress<CircuitProgress>
    {
        public void Report(CircuitProgress value)
        {
            if (value.Time >= 0.1 - 1e-9)
                stop.Cancel();
        }
    }
}
