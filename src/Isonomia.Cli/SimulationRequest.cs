using System.Collections.Immutable;
using Isonomia.Modeling.Composition;
using Isonomia.Modeling.Description;
using Isonomia.Modeling.Diagnostics;
using Isonomia.Modeling.Equations;
using Isonomia.Modeling.Integration;
using Isonomia.Modeling.Models;
using Isonomia.Modeling.Units;
using Isonomia.Reporting.Runs;
using Isonomia.Simulation.Compilation;
using Isonomia.Simulation.PhasePlanes;
using Isonomia.Simulation.Reference;
using Isonomia.Simulation.Results;
using Isonomia.Simulation.Running;

namespace Isonomia.Cli;

/// <summary>What someone asked <c>simulate</c> for, and how it is carried out: read, compose, run, look at.</summary>
internal sealed record SimulationRequest(string Model)
{
    private const double DefaultDt = 1e-4;
    private const double DefaultDuration = 1;

    // Recorded numbers that fit into memory beside everything else.
    private const long MostProbeBytes = 4L << 30;

    public string? Duration { get; init; }

    public string? Dt { get; init; }

    public ulong? Seed { get; init; }

    public int Threads { get; init; } = 1;

    public int Size { get; init; } = 1;

    public ImmutableArray<string> Inputs { get; init; } = [];

    public string? Curve { get; init; }

    public ImmutableArray<string>? Probes { get; init; }

    public string? Every { get; init; }

    public ImmutableArray<KeyValuePair<string, string>> Settings { get; init; } = [];

    public string? Integrator { get; init; }

    public Precision Precision { get; init; }

    public bool Reference { get; init; }

    public required string Command { get; init; }

    public ImmutableArray<string> Arguments { get; init; } = [];

    /// <summary>Carries it out.</summary>
    /// <exception cref="ModelException">The model or what was asked is wrong.</exception>
    public CellReportContent Run(CancellationToken cancellation)
    {
        var description = Description();
        var bag = new DiagnosticBag();
        var cell = description.Resolve(bag);
        bag.ThrowIfErrors();
        var (driven, spikes) = WithInputs(cell!, description.Input?.Text);
        var settings = new CellRunSettings
        {
            Duration = Duration is { } d ? QuantityArgument.Time("--for", d) : cell!.Duration ?? DefaultDuration,
            Dt = Dt is { } step ? QuantityArgument.Time("--dt", step) : cell!.Dt ?? DefaultDt,
            Seed = Seed ?? cell!.Seed ?? 0,
            Size = Size,
            Threads = Threads,
            Precision = Precision,
            Integrator = driven.Integrator,
            Probes = Probed(driven),
            Every = Every is { } interval ? QuantityArgument.Time("--every", interval) : null,
            SpikeInputs = spikes,
        };
        if (settings.Steps < 1)
            throw Wrong("--for", Duration ?? "", $"found a duration shorter than half a time step of {settings.Dt * 1e3:0.######} ms");

        if (Reference && !spikes.IsEmpty)
            throw Wrong("--reference", string.Join(' ', Inputs), "the adaptive reference takes no spike input");
        var run = new CellRun(driven, settings);
        if (run.ProbeBytes > MostProbeBytes)
        {
            throw Wrong("--probe", string.Join(',', settings.Probes),
                $"recording this takes {run.ProbeBytes / 1e9:0.0} GB; at most {MostProbeBytes / 1e9:0.0} GB are kept",
                "record fewer variables or cells, or less often with --every");
        }

        // Said before the run: it may be what explains how the run ends.
        ImmutableArray<string> warnings =
            [.. bag.Found.Select(f => f.Render()), .. StepWarnings(driven, run.Step, settings).Select(w => "warning: " + w)];
        foreach (var warning in warnings)
            Terminal.Say(warning);
        RunResult result;
        using (var progress = Terminal.Progress("simulating"))
            result = run.Run(progress, cancellation) with { Model = Model };
        var values = run.Model.Parameters.ToImmutableSortedDictionary(p => p.Name, p => run.Population.Parameter(p.Name)[0]);
        return new CellReportContent(driven, result, Choices(run.Step), Provenance())
        {
            ParameterValues = values,
            Curve = Curve is null ? null : MeasureCurve(cell!, settings, cancellation),
            Reference = Reference ? ReferenceComparison.Of(driven, result) : null,
            Plane = Plane(cell!, driven, run, result, values),
            Warnings = warnings,
        };
    }

    /// <summary>Where a cell and a receptor have the same name, the cell is meant: it alone can be simulated.</summary>
    public static string NameOf(string model) =>
        !File.Exists(model) && ModelLibrary.Names.Contains(("cells/" + model).Split(':')[0]) ? "cells/" + model : model;


    private RunProvenance Provenance() => new(Command)
    {
        Arguments = Arguments,
        Inputs = RunInputs.Of([NameOf(Model), .. Inputs.Where(SpikeInputArgument.IsSpikes).Select(SpikeInputArgument.ReceptorOf)]),
    };

    private CellDescription Description()
    {
        if (ModelFile.Find(NameOf(Model)) is not CellDescription cell)
            throw Wrong("simulate", Model, $"'{Model}' is neither a cell nor a circuit, and only those can be simulated", "put a receptor on a cell with --input 'spikes(...)'");
        var bag = new DiagnosticBag();
        var asWritten = Settings.IsEmpty ? null : cell.ToModel();
        foreach (var (path, value) in Settings)
        {
            cell = SettingPath.Apply(cell, path, value, bag);
            SettingDimension.Require(asWritten!, path, value, bag);
        }

        if (Integrator is not null)
            cell = SettingPath.Apply(cell, "integrator", Integrator, bag);
        bag.ThrowIfErrors();
        return cell;
    }

    // What is asked for replaces the input that the model brings along.
    private (CellModel Cell, ImmutableArray<SpikeInput> Spikes) WithInputs(CellModel cell, string? own)
    {
        ImmutableArray<string> inputs = Inputs.IsEmpty && own is not null ? [own] : Inputs;
        var spikes = ImmutableArray.CreateBuilder<SpikeInput>();
        for (var i = 0; i < inputs.Length; i++)
        {
            if (SpikeInputArgument.IsSpikes(inputs[i]))
            {
                (cell, var arriving) = SpikeInputArgument.Apply(cell, inputs[i], i + 1);
                spikes.Add(arriving);
                continue;
            }

            var bag = new DiagnosticBag();
            var composed = InputComposition.Apply(cell, inputs[i], i + 1, bag);
            bag.ThrowIfErrors();
            cell = composed!;
        }

        return (cell, spikes.ToImmutable());
    }

    private ImmutableArray<string> Probed(CellModel cell)
    {
        if (Probes is not { } names)
            return [.. cell.Equations.States.Select(e => e.Name)];
        foreach (var name in names)
        {
            if (!cell.Equations.Symbols.ContainsKey(name))
                throw Wrong("--probe", name, $"'{cell.Name}' has no variable '{name}'", NearestName.Hint(name, cell.Equations.Symbols.Keys));
        }

        return [.. names.Distinct()];
    }

    private FrequencyCurve MeasureCurve(CellModel cell, CellRunSettings settings, CancellationToken cancellation)
    {
        var at = Curve!.IndexOf('=', StringComparison.Ordinal);
        var (name, range) = at > 0 ? (Curve[..at].Trim(), Curve[(at + 1)..]) : (InputComposition.DefaultTarget, Curve);
        if (!cell.Equations.Symbols.TryGetValue(name, out var symbol) || symbol.Kind is not (SymbolKind.Input or SymbolKind.Parameter))
        {
            var known = cell.Equations.Symbols.Values.Where(s => s.Kind is SymbolKind.Input or SymbolKind.Parameter).Select(s => s.Name);
            throw Wrong("--fi", Curve, $"'{cell.Name}' has no input or parameter '{name}'", NearestName.Hint(name, known)
                ?? "write NAME=FIRST:LAST:STEP");
        }

        var values = QuantityArgument.Range("--fi", range, symbol.Dimension);
        var run = new CellRun(cell, settings with
        {
            Size = values.Length,
            Probes = [],
            SpikeInputs = [],
            Varied = name,
            VariedValues = [.. values],
        });
        using var progress = Terminal.Progress("f-I curve");
        var result = run.Run(progress, cancellation);
        return FrequencyCurve.Of(name, symbol.Dimension, values, result.Populations[0]);
    }

    private static PhasePlaneView? Plane(
        CellModel cell, CellModel driven, CellRun run, RunResult result, IReadOnlyDictionary<string, double> parameters)
    {
        var states = cell.Equations.States.Select(e => e.Symbol).ToArray();
        if (states.Length != 2)
            return null;
        var (x, y) = (states[0], states[1]);
        if (result.Probes.FirstOrDefault(p => p.Variable == x.Name) is not { } probeX
            || result.Probes.FirstOrDefault(p => p.Variable == y.Name) is not { } probeY)
        {
            return null;
        }

        var (pathX, pathY) = (probeX.Trace(0), probeY.Trace(0));
        var middle = result.Duration / 2;
        var values = new Dictionary<string, double>(parameters) { ["t"] = middle, ["dt"] = result.Dt };
        var (lowX, highX) = Widened(pathX);
        var (lowY, highY) = Widened(pathY);
        var plane = PhasePlane.Compute(ModelField.Of(driven, x.Name, y.Name, values), lowX, highX, lowY, highY);
        var spikes = result.Populations[0];
        int[] resets =
        [
            .. spikes.SpikeTimes.Where((_, i) => spikes.SpikeCells[i] == 0)
                .Select(t => Array.FindIndex(probeX.Times, p => p >= t - (result.Dt / 2))).Where(i => i > 0),
        ];
        return new PhasePlaneView(x, y, plane, pathX, pathY, resets, middle);
    }

    // A little more than where the trajectory goes; something where it stands still.
    private static (double Low, double High) Widened(double[] path)
    {
        var (low, high) = (path.Min(), path.Max());
        var margin = high > low ? (high - low) / 5 : Math.Max(Math.Abs(low) / 5, 1e-3);
        return (low - margin, high + margin);
    }

    // The first 50 ms tell most about a step that is too long, and cost little.
    private static IEnumerable<string> StepWarnings(CellModel cell, StepProgram step, CellRunSettings settings) =>
        StepAdvice.Examine(cell, step, settings.Dt, new ReferenceOptions { Duration = Math.Min(0.05, settings.Duration) })
            .Select(w => w.Message);

    private static ImmutableArray<(string, string)> Choices(StepProgram step) =>
        [.. step.Blocks.Select(b => (string.Join(", ", b.States), $"{IntegratorNames.Name(b.Method)}: {b.Reason}"))];

    private static ModelException Wrong(string option, string text, string message, string? hint = null) => new(
        [new Diagnostic(Severity.Error, message, new SourceText(text, option), new TextSpan(0, text.Length), hint)]);
}
