using Isonomia.Modeling.Circuits;
using Isonomia.Numerics.Files;
using Isonomia.Simulation.Circuits;
using Isonomia.Simulation.Circuits.Checkpoints;
using Isonomia.Simulation.Results;
using Xunit;

namespace Isonomia.Simulation.Tests.Circuits;

public sealed class CheckpointTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("isonomia").FullName;

    [Theory]
    [InlineData(1, 2)]
    [InlineData(3, 1)]
    public void A_run_that_was_cut_short_goes_on_to_the_same_bits_on_any_number_of_threads(int first, int second)
    {
        var whole = Whole(1);
        using (var stop = new CancellationTokenSource())
        using (var run = Run(first))
        {
            var cut = run.Run(new Stopper(stop, 0.1), new CheckpointFolder(folder, "test"), 0.04, stop.Token);
            Assert.Equal(0.1, cut.Duration, 1e-9);
        }

        using var resumed = Run(second);
        resumed.Resume(new CheckpointFolder(folder, "test"));
        var result = resumed.Run();
        for (var p = 0; p < 3; p++)
        {
            Assert.Equal(whole.Populations[p].SpikeTimes, result.Populations[p].SpikeTimes);
            Assert.Equal(whole.Populations[p].SpikeCells, result.Populations[p].SpikeCells);
            Assert.Equal(whole.Populations[p].Spikes, result.Populations[p].Spikes);
        }

        Assert.Equal(whole.Probes[0].Values, result.Probes[0].Values);
    }

    // 200,000 samples of all cells at every step: three times what is kept in memory, so that most are read back from disk.
    [Fact]
    public void A_run_that_streams_to_disk_has_the_results_of_one_in_memory_also_when_it_was_cut_short()
    {
        var inMemory = new CircuitRunSettings { Threads = 1 };
        var onDisk = inMemory with { Spool = Path.Combine(folder, "spool") };
        using var memory = new CircuitRun(Watched(), inMemory);
        using var disk = new CircuitRun(Watched(), onDisk);
        var (expected, found) = (memory.Run(), disk.Run());
        Assert.True(Directory.Exists(onDisk.Spool));
        RequireSame(expected, found);

        using (var stop = new CancellationTokenSource())
        using (var cut = new CircuitRun(Watched(), onDisk))
            cut.Run(new Stopper(stop, 0.1), new CheckpointFolder(folder, "test"), 0.04, stop.Token);
        using var resumed = new CircuitRun(Watched(), onDisk with { Threads = 2 });
        resumed.Resume(new CheckpointFolder(folder, "test"));
        RequireSame(expected, resumed.Run());
    }

    [Fact]
    public void A_checkpoint_of_another_run_or_a_damaged_one_is_refused()
    {
        using (var stop = new CancellationTokenSource())
        using (var run = Run(1))
            run.Run(new Stopper(stop, 0.04), new CheckpointFolder(folder, "test"), 0.02, stop.Token);
        using var other = Run(1);
        var error = Assert.Throws<CheckpointException>(() => other.Resume(new CheckpointFolder(folder, "other")));
        Assert.Contains("another circuit", error.Message, StringComparison.Ordinal);
        var state = Path.Combine(folder, "state");
        File.WriteAllBytes(state, File.ReadAllBytes(state)[..^40]);
        error = Assert.Throws<CheckpointException>(() => other.Resume(new CheckpointFolder(folder, "test")));
        Assert.Contains("cut short", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_finished_run_leaves_no_checkpoint_behind()
    {
        var checkpoints = new CheckpointFolder(Path.Combine(folder, "kept"), "test");
        using var run = Run(1);
        run.Run(null, checkpoints, 0.05);
        Assert.True(checkpoints.Exists);
        checkpoints.Clear();
        Assert.False(Directory.Exists(Path.Combine(folder, "kept")));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static void RequireSame(RunResult expected, RunResult found)
    {
        for (var p = 0; p < expected.Populations.Length; p++)
        {
            Assert.Equal(expected.Populations[p].SpikeTimes.ToArray(), found.Populations[p].SpikeTimes.ToArray());
            Assert.Equal(expected.Populations[p].SpikeCells.ToArray(), found.Populations[p].SpikeCells.ToArray());
            Assert.Equal(expected.Populations[p].CvOfIntervals(), found.Populations[p].CvOfIntervals());
        }

        Assert.True(expected.Probes[^1].Values.Length > 2 * Spool<double>.Most);
        Assert.Equal(expected.Probes[^1].Values.ToArray(), found.Probes[^1].Values.ToArray());
        Assert.Equal(expected.Probes[^1].Trace(7), found.Probes[^1].Trace(7));
    }

    // All cells of the first population at every step.
    private static CircuitModel Watched()
    {
        var (mixed, v) = (TestCircuit.Mixed(), TestCircuit.Leaky.Equations.Symbols["v"]);
        var probe = new ProbeModel { Population = 0, Every = mixed.Dt, Values = [new ProbedValue("v", v.Read, v.Dimension)] };
        return mixed with { Probes = [.. mixed.Probes, probe] };
    }

    private static RunResult Whole(int threads)
    {
        using var run = Run(threads);
        return run.Run();
    }

    private static CircuitRun Run(int threads)
    {
        var mixed = TestCircuit.Mixed();
        var v = TestCircuit.Leaky.Equations.Symbols["v"];
        return new CircuitRun(
            mixed with
            {
                Probes =
                [
                    .. mixed.Probes,
                    new ProbeModel
                    {
                        Population = 0,
                        Every = 1e-3,
                        Cells = [0, 50],
                        Values = [new ProbedValue("v", v.Read, v.Dimension)],
                    },
                ],
            }, new CircuitRunSettings { Threads = threads });
    }

    private sealed class Stopper(CancellationTokenSource stop, double at) : IProgress<CircuitProgress>
    {
        public void Report(CircuitProgress value)
        {
            if (value.Time >= at - 1e-9)
                stop.Cancel();
        }
    }
}
