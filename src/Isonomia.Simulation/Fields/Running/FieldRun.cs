using System.Collections.Immutable;
using System.Diagnostics;
using Isonomia.Modeling.Expressions;
using Isonomia.Modeling.Expressions.Analysis;
using Isonomia.Modeling.Fields;
using Isonomia.Modeling.Integration;
using Isonomia.Modeling.Units;
using Isonomia.Simulation.Fields.Forward;
using Isonomia.Simulation.Fields.Running.Kernels;
using Isonomia.Simulation.Populations;
using Isonomia.Simulation.Results;

namespace Isonomia.Simulation.Fields.Running;

/// <summary>
/// Runs a field: regions side by side as the lanes of vector code, what they send each other and their own past
/// delivered as inputs of each step. Noise and initial values are drawn from counters, sums have a fixed order: the same
/// seed gives the same bits.
/// </summary>
public sealed class FieldRun
{
    /// <summary>The name of what is observed, where it is more than a variable.</summary>
    public const string OutputName = "output";

    private const int Slice = 256;
    private readonly FieldRunSettings settings;
    private readonly double buildSeconds;
    private readonly int every;
    private readonly int size;
    private readonly Probe? sent;
    private readonly Probe recorded;
    private readonly BoldObserver? vessels;
    private readonly DelayLine[] lines;
    private readonly RegionExchange[] couplings;
    private readonly ImmutableArray<(string Name, Expression Value)> records;

    /// <summary>Compiles the field and makes the regions.</summary>
    /// <param name="model">The field.</param>
    /// <param name="settings">How it is run.</param>
    /// <exception cref="IntegrationException">The integrator does not fit the equations.</exception>
    public FieldRun(FieldModel model, FieldRunSettings settings)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(settings);
        var clock = Stopwatch.StartNew();
        (Model, this.settings) = (model, settings);
        size = (settings.Connectome?.Regions ?? 1) * settings.Copies;
        Step = StepBuilder.Build(model.Region, settings.Integrator);
        string[] connected = settings.Connectome is null ? [] : [.. model.Couplings.Select(c => c.Input.Name), "strength"];
        Regions = Population.Create(model.Region, Step, size, new PopulationSettings
        {
            Name = model.Name,
            Dt = settings.Dt,
            Seed = settings.Seed,
            Precision = Compilation.Precision.Double,
            Inputs = [.. model.Delays.Select(d => d.Symbol.Name), .. connected],
            Parameters = settings.Regional,
        });
        lines = [.. model.Delays.Select(d => new DelayLine(DelaySteps(d.Time)))];
        couplings = settings.Connectome is null ? [] : [.. model.Couplings.Select(_ => Coupling())];
        (string, Expression)[] exchanged =
        [
            .. model.Delays.Select(d => ("delay", d.Value)),
            .. couplings.Length > 0 ? model.Couplings.Select(c => ("coupling", c.Source)) : [],
        ];
        sent = exchanged.Length > 0 ? Regions.Probe(exchanged) : null;
        records = Records();
        recorded = Regions.Probe(records);
        if (settings.Bold is { } bold)
        {
            var activity = Regions.Probe((bold.Activity, model.Region.Equations.Symbols[bold.Activity].Read));
            vessels = new BoldObserver(bold, activity, size, settings.Dt);
        }

        if (settings.Connectome is { } connectome)
        {
            var strengths = connectome.Strengths();
            for (var i = 0; i < size; i++)
                Regions.SetInput("strength", i, strengths[i % connectome.Regions]);
        }

        every = Math.Max(1, (int)Math.Round((settings.Every ?? settings.Dt) / settings.Dt));
        buildSeconds = clock.Elapsed.TotalSeconds;
    }

    /// <summary>The field.</summary>
    public FieldModel Model { get; }

    /// <summary>The step of its equations, and why it is so.</summary>
    public StepProgram Step { get; }

    /// <summary>The regions.</summary>
    public Population Regions { get; }

    /// <summary>Bytes that the recorded variables will take.</summary>
    public long ProbeBytes => Samples * size * records.Length * sizeof(double);

    private long Samples => (settings.Steps / every) + 1;

    /// <summary>Runs from beginning to end.</summary>
    /// <param name="progress">Hears of the fraction done.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <exception cref="DivergenceException">A state left the numbers.</exception>
    /// <exception cref="HaemodynamicException">BOLD was asked for, and blood flow would stop.</exception>
    /// <exception cref="OperationCanceledException">It was asked to stop.</exception>
    public RunResult Run(IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        var clock = Stopwatch.StartNew();
        var values = records.Select(_ => new double[Samples * size]).ToArray();
        Begin();
        var none = new int[size];
        for (var step = 0L; step < settings.Steps; step++)
        {
            if (step % Slice == 0)
            {
                cancellation.ThrowIfCancellationRequested();
                progress?.Report(step / (double)settings.Steps);
            }

            Exchange(step);
            Record(step, values);
            vessels?.Observe(step);
            Regions.Step(step, none);
        }

        Exchange(settings.Steps);
        Record(settings.Steps, values);
        vessels?.Observe(settings.Steps);
        Regions.RequireFinite(settings.Steps * settings.Dt);
        progress?.Report(1);
        return Result(values, clock.Elapsed.TotalSeconds);
    }

    private void Begin()
    {
        if (sent is null)
            return;
        sent.Evaluate(0);
        for (var d = 0; d < lines.Length; d++)
            lines[d].Begin(sent.Numbers<double>(d));
        for (var c = 0; c < couplings.Length; c++)
            couplings[c].Begin(sent.Numbers<double>(lines.Length + c));
    }

    private void Exchange(long step)
    {
        if (sent is null)
            return;
        sent.Evaluate(step);
        for (var d = 0; d < lines.Length; d++)
            lines[d].Pass(step, sent.Numbers<double>(d), Regions.InputDoubles(Model.Delays[d].Symbol.Name));
        for (var c = 0; c < couplings.Length; c++)
        {
            couplings[c].Exchange(step, sent.Numbers<double>(lines.Length + c),
                Regions.InputDoubles(Model.Couplings[c].Input.Name));
        }
    }

    private void Record(long step, double[][] values)
    {
        if (step % every != 0 || records.IsEmpty)
            return;
        recorded.Evaluate(step);
        var row = checked((int)(step / every * size));
        for (var p = 0; p < values.Length; p++)
            recorded.Numbers<double>(p)[..size].CopyTo(values[p].AsSpan(row, size));
    }

    private RunResult Result(double[][] values, double seconds)
    {
        double[] times = [.. Enumerable.Range(0, (int)Samples).Select(s => s * every * settings.Dt)];
        int[] all = [.. Enumerable.Range(0, size)];
        var duration = settings.Steps * settings.Dt;
        ProbeResult[] probes =
        [
            .. records.Select((r, p) => new ProbeResult(Model.Name, r.Name, r.Value.Dimension, all, times, values[p])),
        ];
        return new RunResult
        {
            Model = Model.Name,
            Seed = settings.Seed,
            Dt = settings.Dt,
            Duration = duration,
            Threads = 1,
            BuildSeconds = buildSeconds,
            RunSeconds = seconds,
            PeakBytes = Process.GetCurrentProcess().PeakWorkingSet64,
            Synapses = couplings.Sum(c => (long)c.Connections),
            Populations = [new PopulationResult(Model.Name, size, [], [], duration)],
            Probes =
            [
                .. probes,
                .. settings.LeadField is { } field ? [field.Of(probes[0])] : Array.Empty<ProbeResult>(),
            ],
            Bold = vessels?.Record(),
        };
    }

    private ImmutableArray<(string, Expression)> Records()
    {
        var found = new List<(string Name, Expression Value)>();
        if (Model.Output is { } output)
            found.Add((output.Operator == Operator.Variable ? output.Name : OutputName, output));
        string[] names = settings.Probes.IsEmpty && found.Count == 0
            ? [.. Model.Region.Equations.States.Select(s => s.Name)]
            : [.. settings.Probes];
        found.AddRange(names.Where(n => !found.Exists(f => f.Name == n))
            .Select(n => (n, Model.Region.Equations.Symbols[n].Read)));
        return [.. found];
    }

    private double[] DelaySteps(Expression time)
    {
        var values = Regions.Model.Parameters.ToDictionary(p => p.Name, p => Regions.Parameter(p.Name));
        return [.. Enumerable.Range(0, size).Select(i => Evaluator.Evaluate(
            time, n => values[n][values[n].Length == 1 ? 0 : i]) / settings.Dt)];
    }

    private RegionExchange Coupling()
    {
        var connectome = settings.Connectome!;
        int[] delays = [.. connectome.Lengths.Select(l => (int)Math.Round(l / settings.Speed / settings.Dt))];
        return new RegionExchange(connectome.Weights.AsSpan(), delays, connectome.Regions, settings.Copies);
    }
}
