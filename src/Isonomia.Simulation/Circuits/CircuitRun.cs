using System.Collections.Immutable;
using System.Diagnostics;
using Isonomia.Modeling.Circuits;
using Isonomia.Modeling.Models;
using Isonomia.Simulation.Circuits.Checkpoints;
using Isonomia.Simulation.Populations;
using Isonomia.Simulation.Results;

namespace Isonomia.Simulation.Circuits;

/// <summary>
/// A run of a circuit: built, stepped from beginning to end, its results collected. The same circuit, settings, seed
/// and version give the same bits for any number of threads.
/// </summary>
public sealed class CircuitRun : IDisposable
{
    // Mean rates above this are none of cells, in hertz; looked at over stretches of 20 ms.
    private const double Runaway = 1000;
    private const double Stretch = 0.02;

    // So many spikes are read quicker from memory, as reports do many times.
    private const int Few = 1 << 21;
    private readonly CircuitEngine engine;
    private readonly double buildSeconds;
    private long resumedAt;
    private double secondsBefore;

    /// <summary>Builds a circuit.</summary>
    /// <param name="circuit">The circuit.</param>
    /// <param name="settings">How it is run.</param>
    /// <param name="cancellation">Stops the building.</param>
    /// <exception cref="CircuitTooLargeException">It does not fit the memory.</exception>
    /// <exception cref="OperationCanceledException">It was asked to stop.</exception>
    public CircuitRun(CircuitModel circuit, CircuitRunSettings settings, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(circuit);
        ArgumentNullException.ThrowIfNull(settings);
        var clock = Stopwatch.StartNew();
        Circuit = circuit;
        Dt = settings.Dt ?? circuit.Dt;
        Seed = settings.Seed ?? circuit.Seed;
        Steps = (long)Math.Round((settings.Duration ?? circuit.Duration) / Dt);
        engine = CircuitEngine.Build(circuit, settings, cancellation);
        buildSeconds = clock.Elapsed.TotalSeconds;
    }

    /// <summary>The circuit.</summary>
    public CircuitModel Circuit { get; }

    /// <summary>The time step in seconds.</summary>
    public double Dt { get; }

    /// <summary>The seed.</summary>
    public ulong Seed { get; }

    /// <summary>The number of steps from beginning to end.</summary>
    public long Steps { get; }

    /// <summary>The number of synapses.</summary>
    public long Synapses => engine.Synapses;

    /// <summary>Synaptic events delivered so far.</summary>
    public long Events => engine.Events;

    /// <summary>Runs to the end, or until asked to stop.</summary>
    /// <param name="progress">Hears how far it is.</param>
    /// <param name="checkpoints">Where the run is kept from time to time; null for nowhere.</param>
    /// <param name="checkpointSeconds">How much time is simulated between two checkpoints.</param>
    /// <param name="cancellation">Ends the run early; what was recorded is kept.</param>
    /// <exception cref="DivergenceException">A state left the numbers.</exception>
    /// <exception cref="RunawayException">A population fires faster than any cell can.</exception>
    public RunResult Run(
        IProgress<CircuitProgress>? progress = null, CheckpointFolder? checkpoints = null,
        double checkpointSeconds = 10, CancellationToken cancellation = default)
    {
        var clock = Stopwatch.StartNew();
        resumedAt = engine.NextStep;
        var checkpointSteps = Math.Max(1, (long)Math.Round(checkpointSeconds / Dt));
        var nextCheckpoint = engine.NextStep + checkpointSteps;
        var stretch = Math.Max(1, (long)Math.Round(Stretch / Dt));
        long[] before = [.. Enumerable.Range(0, Circuit.Populations.Length).Select(engine.SpikesOf)];
        while (engine.NextStep < Steps && !cancellation.IsCancellationRequested)
        {
            engine.Advance(Math.Min(stretch, Steps - engine.NextStep));
            RequirePossibleRates(before);
            progress?.Report(Progress(clock.Elapsed.TotalSeconds));
            if (checkpoints is null || (engine.NextStep < nextCheckpoint && !cancellation.IsCancellationRequested))
                continue;
            checkpoints.Save(engine, secondsBefore + clock.Elapsed.TotalSeconds);
            nextCheckpoint = engine.NextStep + checkpointSteps;
        }

        engine.RequireFinite();

        return Collect(secondsBefore + clock.Elapsed.TotalSeconds);
    }

    /// <summary>
    /// The weights, as they are now, of a projection whose synapses keep states of their own, in SI base units: target
    /// by target, those of a target in an order that the number of threads does not change.
    /// </summary>
    /// <param name="projection">The projection's name.</param>
    /// <exception cref="ArgumentException">There is no such projection, or its weights do not change.</exception>
    public double[] Weights(string projection) => engine.WeightsOf(projection)
        ?? throw new ArgumentException(
            $"'{Circuit.Name}' has no projection '{projection}' with weights that change.", nameof(projection));

    /// <summary>Goes to where an earlier, interrupted run of the same kind was kept.</summary>
    /// <exception cref="CheckpointException">The checkpoint is damaged, or of another run.</exception>
    public void Resume(CheckpointFolder checkpoints)
    {
        ArgumentNullException.ThrowIfNull(checkpoints);
        secondsBefore = checkpoints.Load(engine);
    }

    /// <inheritdoc/>
    public void Dispose() => engine.Dispose();

    private CircuitProgress Progress(double seconds)
    {
        var done = engine.NextStep * Dt;
        var factor = seconds / ((engine.NextStep - resumedAt) * Dt);
        var spikes = Enumerable.Range(0, Circuit.Populations.Length).Sum(engine.SpikesOf);
        return new CircuitProgress(done, Steps * Dt, spikes, factor, factor * ((Steps * Dt) - done));
    }

    private RunResult Collect(double seconds)
    {
        var duration = engine.NextStep * Dt;
        return new RunResult
        {
            Model = Circuit.Name,
            Seed = Seed,
            Dt = Dt,
            Duration = duration,
            InterruptedOf = engine.NextStep < Steps ? Steps * Dt : null,
            Threads = engine.Threads,
            BuildSeconds = buildSeconds,
            RunSeconds = seconds,
            PeakBytes = Process.GetCurrentProcess().PeakWorkingSet64,
            Synapses = engine.Synapses,
            SynapseBytes = engine.Bytes,
            Resolutions = [.. Circuit.Populations.SelectMany((p, i) => p.Arrivals.Select((port, a) => new WeightResolution(
                p.Name, port.Name, port.Weight, engine.Ports[i][a].Quantum,
                engine.Ports[i][a].IsWide ? "32-bit weights" : "16-bit weights")))],
            Choices = [.. Circuit.Populations.SelectMany((p, i) => engine.Populations[i]?.Code.Step.Blocks.Select(b =>
                new RunChoice(p.Name, string.Join(", ", b.States), $"{IntegratorNames.Name(b.Method)}: {b.Reason}")) ?? [])],
            Populations = [.. Circuit.Populations.Select((p, i) => Spikes(p, i, duration))],
            Probes = [.. ProbeResults.Of(Circuit, engine, Dt)],
        };
    }

    private PopulationResult Spikes(PopulationModel population, int index, double duration)
    {
        var record = Circuit.Probes.Any(p => p.Population == index && p.Spikes) ? engine.RecordOf(index) : null;
        var size = population.Size;
        var dt = Dt;
        var times = record?.Map(r => ((r / size) + 1) * dt) ?? [];
        var cells = record?.Map(r => (int)(r % size)) ?? [];
        if (times.Length <= Few)
            (times, cells) = (times.ToArray(), cells.ToArray());
        return new PopulationResult(population.Name, size, times, cells, duration) { Spikes = engine.SpikesOf(index) };
    }

    private void RequirePossibleRates(long[] before)
    {
        for (var p = 0; p < before.Length; p++)
        {
            var now = engine.SpikesOf(p);
            var rate = (now - before[p]) / (Stretch * Circuit.Populations[p].Size);
            if (rate > Runaway && engine.Populations[p] is not null)
                throw new RunawayException(Circuit.Populations[p].Name, rate, engine.NextStep * Dt);
            before[p] = now;
        }
    }
}
