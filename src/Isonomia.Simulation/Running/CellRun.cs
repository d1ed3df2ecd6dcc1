using System.Collections.Immutable;
using System.Diagnostics;
using Isonomia.Modeling.Equations;
using Isonomia.Modeling.Integration;
using Isonomia.Modeling.Models;
using Isonomia.Simulation.Populations;
using Isonomia.Simulation.Results;

namespace Isonomia.Simulation.Running;

/// <summary>
/// Runs cells of one model side by side. They do not touch each other, so that threads each take a range of them from
/// beginning to end; what comes of it is the same for any number of threads.
/// </summary>
public sealed class CellRun
{
    // Steps between looks at the clock and at the wish to stop: about a millisecond of work.
    private const int Slice = 256;
    private readonly CellRunSettings settings;
    private readonly double buildSeconds;
    private readonly int every;

    /// <summary>Compiles the model and makes the cells.</summary>
    /// <param name="model">The model, with its inputs.</param>
    /// <param name="settings">How it is run.</param>
    /// <exception cref="IntegrationException">The integrator does not fit the equations.</exception>
    public CellRun(CellModel model, CellRunSettings settings)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(settings);
        this.settings = settings;
        var clock = Stopwatch.StartNew();
        Model = model;
        Step = StepBuilder.Build(model, settings.Integrator);
        Population = Population.Create(model, Step, settings.Size, PopulationSettings());
        if (settings.Varied is { } varied && IsInput(varied))
        {
            for (var cell = 0; cell < settings.Size; cell++)
                Population.SetInput(varied, cell, settings.VariedValues[cell]);
        }

        every = Math.Max(1, (int)Math.Round((settings.Every ?? settings.Dt) / settings.Dt));
        buildSeconds = clock.Elapsed.TotalSeconds;
    }

    /// <summary>The model.</summary>
    public CellModel Model { get; }

    /// <summary>The step of its equations, and why it is so.</summary>
    public StepProgram Step { get; }

    /// <summary>The cells.</summary>
    public Population Population { get; }

    /// <summary>Bytes that the recorded variables will take.</summary>
    public long ProbeBytes => Samples * settings.Size * settings.Probes.Length * sizeof(double);

    private long Samples => (settings.Steps / every) + 1;

    /// <summary>Runs from beginning to end.</summary>
    /// <param name="progress">Hears of the fraction done.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <exception cref="DivergenceException">A state left the numbers.</exception>
    /// <exception cref="OperationCanceledException">It was asked to stop.</exception>
    public RunResult Run(IProgress<double>? progress, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        var blocks = Population.Padded / Population.BlockCells;
        var threads = Math.Clamp(settings.Threads, 1, blocks);
        var ranges = new CellRange[threads];
        var values = settings.Probes.Select(_ => new double[Samples * settings.Size]).ToArray();
        for (var i = 0; i < threads; i++)
        {
            var (first, end) = (blocks * i / threads, blocks * (i + 1) / threads);
            ranges[i] = new CellRange(this, first * Population.BlockCells, end * Population.BlockCells, values);
        }

        try
        {
            Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads },
                i => ranges[i].Run(i == 0 ? progress : null, cancellation));
        }
        catch (AggregateException e) when (e.InnerExceptions[0] is DivergenceException or OperationCanceledException)
        {
            // The first cell in order of time, whichever thread found its own.
            throw e.InnerExceptions.OfType<DivergenceException>().MinBy(d => (d.Time, d.Cell)) ?? e.InnerExceptions[0];
        }

        return Collect(ranges, values, clock.Elapsed.TotalSeconds, threads);
    }

    private RunResult Collect(CellRange[] ranges, double[][] values, double seconds, int threads)
    {
        // By time, then by cell.
        long[] order = [.. ranges.SelectMany(r => r.Spikes)];
        Array.Sort(order);
        double[] times = [.. order.Select(o => ((o / settings.Size) + 1) * settings.Dt)];
        int[] cells = [.. order.Select(o => (int)(o % settings.Size))];
        double[] when = [.. Enumerable.Range(0, (int)Samples).Select(s => s * every * settings.Dt)];
        int[] all = [.. Enumerable.Range(0, settings.Size)];
        var duration = settings.Steps * settings.Dt;
        return new RunResult
        {
            Model = Model.Name,
            Seed = settings.Seed,
            Dt = settings.Dt,
            Duration = duration,
            Threads = threads,
            BuildSeconds = buildSeconds,
            RunSeconds = seconds,
            PeakBytes = Process.GetCurrentProcess().PeakWorkingSet64,
            Populations = [new PopulationResult(Model.Name, settings.Size, times, cells, duration)],
            Probes =
            [
                .. settings.Probes.Select((name, p) => new ProbeResult(
                    Model.Name, name, Model.Equations.Symbols[name].Dimension, all, when, values[p])),
            ],
        };
    }

    private PopulationSettings PopulationSettings()
    {
        var one = new PopulationSettings
        {
            Name = Model.Name,
            Dt = settings.Dt,
            Seed = settings.Seed,
            Precision = settings.Precision,
        };
        if (settings.Varied is not { } varied)
            return one;
        return IsInput(varied)
            ? one with { Inputs = one.Inputs.Add(varied) }
            : one with { Parameters = one.Parameters.Add(varied, [.. settings.VariedValues]) };
    }

    private bool IsInput(string name) => Model.Equations.Symbols[name].Kind == SymbolKind.Input;

    // A range of cells, from the first step to the last.
    private sealed class CellRange(CellRun run, int first, int end, double[][] values)
    {
        /// <summary>Each spike as step x size + cell, ascending.</summary>
        public List<long> Spikes { get; } = [];

        public void Run(IProgress<double>? progress, CancellationToken cancellation)
        {
            var (settings, population) = (run.settings, run.Population);
            var last = Math.Min(end, settings.Size);
            var probe = settings.Probes.IsEmpty
                ? null
                : population.Probe(settings.Probes.Select(p => (p, run.Model.Equations.Symbols[p].Read)));
            SpikeDelivery[] deliveries =
                [.. settings.SpikeInputs.Select((s, n) => new SpikeDelivery(population, s, n, first, last))];
            var spikes = new int[end - first];
            for (var step = 0L; step < settings.Steps; step++)
            {
                if (step % Slice == 0)
                {
                    cancellation.ThrowIfCancellationRequested();
                    progress?.Report(step / (double)settings.Steps);
                }

                Record(probe, step, last);
                foreach (var delivery in deliveries)
                    delivery.Deliver(step);
                var count = population.Step(step, first, end, spikes);
                for (var s = 0; s < count; s++)
                    Spikes.Add((step * settings.Size) + spikes[s]);
            }

            Record(probe, settings.Steps, last);
            population.RequireFinite(settings.Steps * settings.Dt);
            progress?.Report(1);
        }

        private void Record(Probe? probe, long step, int last)
        {
            if (probe is null || step % run.every != 0)
                return;
            probe.Evaluate(step, first, last);
            var row = step / run.every * run.settings.Size;
            for (var p = 0; p < values.Length; p++)
            {
                for (var cell = first; cell < last; cell++)
                    values[p][row + cell] = probe[p, cell];
            }
        }
    }
}
