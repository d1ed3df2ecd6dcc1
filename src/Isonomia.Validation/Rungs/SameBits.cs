using Isonomia.Simulation.Circuits;
using Isonomia.Simulation.Circuits.Checkpoints;
using Isonomia.Simulation.Results;
using Isonomia.Validation.Climbing;
using Isonomia.Validation.Networks;

namespace Isonomia.Validation.Rungs;

/// <summary>The same circuit, seed and version give the same bits on any number of threads, and through a
/// checkpoint.</summary>
public sealed class SameBits : Rung
{
    private const string Source = "what this program promises";

    private static readonly Case[] Cases =
    [
        new("brunel2000", 0.2, [("parameters.CE", "200")]),
        new("vogels2011", 1.2, [("parameters.cells", "1000")]),
        new("vierling-claassen2008", 0.2, []),
    ];

    /// <inheritdoc/>
    public override string Id => "same-bits";

    /// <inheritdoc/>
    public override string Title => "The same bits on any number of threads and through a checkpoint";

    /// <inheritdoc/>
    public override IReadOnlyList<Paper> Papers { get; } =
        [new("Salmon et al. 2011 (counter-based random numbers)", "10.1145/2063384.2063405")];

    /// <inheritdoc/>
    public override string Method => "Spikes (cell and time) that differ between a run on one thread and one on two "
        + "or three, or one that was cut in the middle and resumed on another number of threads: a sparse network, "
        + "a network with plastic synapses, and one with graded coupling.";

    /// <inheritdoc/>
    public override IReadOnlyList<RungQuantity> Quantities { get; } =
    [
        .. Cases.SelectMany(c => new[] { Threads(c, 2), Threads(c, 3), Resumed(c) }.Select(name => new RungQuantity(
            name, "1", 0, Origin.Analytic, Source, Criterion.AtMost(0), "not one bit may differ"))),
        .. Cases.Select(c => new RungQuantity(
            Spikes(c), "1", null, Origin.Analytic, Source, Criterion.AtLeast(100),
            "there must be something to compare")),
    ];

    /// <inheritdoc/>
    protected internal override void Climb(RungRun run)
    {
        foreach (var one in Cases)
        {
            var whole = Whole(one, 1, run);
            run.Found(Spikes(one), whole.Populations.Sum(p => p.Spikes));
            run.Found(Threads(one, 2), Different(whole, Whole(one, 2, run)));
            run.Found(Threads(one, 3), Different(whole, Whole(one, 3, run)));
            run.Found(Resumed(one), Different(whole, CutAndResumed(one, run)));
            run.Done(0);
        }
    }

    private static string Threads(Case one, int threads) => $"{one.Circuit}: spikes that differ on {threads} threads";

    private static string Resumed(Case one) => $"{one.Circuit}: spikes that differ through a checkpoint";

    private static string Spikes(Case one) => $"{one.Circuit}: spikes compared";

    private static CircuitRun Start(Case one, int threads, RungRun run) => new(
        LibraryCircuit.Named(one.Circuit, one.Settings),
        new CircuitRunSettings { Seed = (ulong)run.Seed, Duration = one.Seconds, Threads = threads }, run.Cancellation);

    private static RunResult Whole(Case one, int threads, RungRun run)
    {
        using var running = Start(one, threads, run);
        return running.Run(cancellation: run.Cancellation);
    }

    private static RunResult CutAndResumed(Case one, RungRun run)
    {
        var folder = Directory.CreateTempSubdirectory("isonomia-rung-").FullName;
        try
        {
            using (var stop = CancellationTokenSource.CreateLinkedTokenSource(run.Cancellation))
            using (var first = Start(one, 2, run))
            {
                var stopping = new StopAt(one.Seconds / 2, stop);
                first.Run(stopping, new CheckpointFolder(folder, "rung"), one.Seconds, stop.Token);
            }

            run.Cancellation.ThrowIfCancellationRequested();
            using var second = Start(one, 1, run);
            second.Resume(new CheckpointFolder(folder, "rung"));
            return second.Run(cancellation: run.Cancellation);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static double Different(RunResult one, RunResult other) => one.Populations.Zip(other.Populations, (a, b) =>
    {
        var spikes = a.SpikeCells.Zip(a.SpikeTimes).ToHashSet();
        spikes.SymmetricExceptWith(b.SpikeCells.Zip(b.SpikeTimes));
        return (double)spikes.Count;
    }).Sum();

    private sealed record Case(string Circuit, double Seconds, (string Path, string Value)[] Settings);

    private sealed class StopAt(double time, CancellationTokenSource stop) : IProgress<CircuitProgress>
    {
        public void Report(CircuitProgress value)
        {
            if (value.Time >= time)
                stop.Cancel();
        }
    }
}
