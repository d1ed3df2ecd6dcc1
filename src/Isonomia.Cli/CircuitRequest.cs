using System.Collections.Immutable;
using System.Text;
using Isonomia.Modeling.Circuits;
using Isonomia.Modeling.Description;
using Isonomia.Modeling.Diagnostics;
using Isonomia.Modeling.Integration;
using Isonomia.Modeling.Models;
using Isonomia.Reporting.Runs;
using Isonomia.Reporting.Runs.Circuits;
using Isonomia.Simulation.Circuits;
using Isonomia.Simulation.Circuits.Checkpoints;
using Isonomia.Simulation.Compilation;
using Isonomia.Simulation.Results;

namespace Isonomia.Cli;

/// <summary>What someone asked <c>simulate</c> for of a circuit, and how it is carried out.</summary>
/// <param name="Model">The circuit's file or name.</param>
/// <param name="Written">The circuit as it is written there.</param>
internal sealed record CircuitRequest(string Model, CircuitDescription Written)
{
    // Short of this a checkpoint costs more than it saves.
    private const double ShortestCheckpoint = 1e-3;

    public string? Duration { get; init; }

    public string? Dt { get; init; }

    public ulong? Seed { get; init; }

    public int Threads { get; init; } = 1;

    public ImmutableArray<KeyValuePair<string, string>> Settings { get; init; } = [];

    public string? Integrator { get; init; }

    public Precision Precision { get; init; }

    /// <summary>How much time lies between two checkpoints; null for none.</summary>
    public string? Checkpoint { get; init; }

    /// <summary>Whether to go on from the last checkpoint.</summary>
    public bool Resume { get; init; }

    /// <summary>Where results go; checkpoints too.</summary>
    public string? Output { get; init; }

    public required string Command { get; init; }

    public ImmutableArray<string> Arguments { get; init; } = [];

    /// <summary>Carries it out; asked to stop, it returns what there is.</summary>
    /// <exception cref="ModelException">The circuit or what was asked is wrong.</exception>
    /// <exception cref="CircuitTooLargeException">It does not fit the memory.</exception>
    /// <exception cref="CheckpointException">It cannot be gone on with.</exception>
    public CircuitReportContent Run(CancellationToken cancellation)
    {
        var bag = new DiagnosticBag();
        var described = Written;
        foreach (var (path, value) in Settings)
            described = SettingPath.Apply(described, path, value, bag);
        if (Dt is not null)
            described = SettingPath.Apply(described, "dt", Dt, bag);
        var circuit = described.Resolve(bag);
        bag.ThrowIfErrors();
        ImmutableArray<string> warnings = [.. bag.Found.Select(f => f.Render())];
        foreach (var warning in warnings)
            Terminal.Say(warning);

        var settings = new CircuitRunSettings
        {
            Duration = Duration is { } d ? QuantityArgument.Time("--for", d) : null,
            Seed = Seed,
            Threads = Threads,
            Precision = Precision,
            Integrator = Integrator is { } name ? Method(name) : null,
            Spool = Output,
        };
        if ((settings.Duration ?? circuit!.Duration) < circuit!.Dt / 2)
            throw Wrong("--for", Duration ?? "", $"found a duration shorter than half a time step of {circuit.Dt * 1e3:0.######} ms");
        var provenance = new RunProvenance(Command)
        {
            Arguments = Arguments,
            Inputs = RunInputs.Of(SimulationRequest.NameOf(Model), circuit),
        };
        var checkpoints = Checkpoints(described, provenance, settings, out var interval);
        using var run = new CircuitRun(circuit, settings, cancellation);
        if (Resume)
            run.Resume(checkpoints!);
        RunResult result;
        using (var progress = Terminal.CircuitProgress())
            result = run.Run(progress, checkpoints, interval, cancellation) with { Model = Model };
        return new CircuitReportContent(circuit, result, provenance) { Warnings = warnings };
    }

    /// <summary>Removes the checkpoints of a run whose results have been written.</summary>
    public void Finish()
    {
        if (Output is not null)
            new CheckpointFolder(CheckpointPath(Output), "").Clear();
    }

    private static string CheckpointPath(string output) => Path.Combine(output, "checkpoint");

    private CheckpointFolder? Checkpoints(
        CircuitDescription described, RunProvenance provenance, CircuitRunSettings settings, out double interval)
    {
        interval = Checkpoint is null ? 10 : QuantityArgument.Time("--checkpoint", Checkpoint);
        if (Checkpoint is null && !Resume)
            return null;
        if (interval < ShortestCheckpoint)
            throw Wrong("--checkpoint", Checkpoint!, $"found an interval shorter than {ShortestCheckpoint * 1e3} ms");
        if (Output is null)
        {
            throw Wrong(Resume ? "--resume" : "--checkpoint", Checkpoint ?? "", "checkpoints are kept beside the results",
                "say where with --out DIR");
        }

        // Everything that the bits depend on; how long it runs is not among it, so that a run can be made longer.
        var identity = RunInputs.Hash(Encoding.UTF8.GetBytes(string.Join('\n',
            [
                RunProvenance.Version, ModelFile.Write(described), .. provenance.Inputs.Select(i => i.Sha256),
                $"{settings.Seed} {settings.Precision} {settings.Integrator}",
            ])));
        var folder = new CheckpointFolder(CheckpointPath(Output), identity);
        if (Resume && !folder.Exists)
            throw Wrong("--resume", Output, $"there is no checkpoint in '{CheckpointPath(Output)}'", "run without --resume");
        return folder;
    }

    private static IntegrationMethod Method(string name) => IntegratorNames.Find(name)
        ?? throw Wrong("--integrator", name, $"there is no integrator '{name}'", NearestName.Hint(name, IntegratorNames.All));

    private static ModelException Wrong(string option, string text, string message, string? hint = null) => new(
        [new Diagnostic(Severity.Error, message, new SourceText(text, option), new TextSpan(0, text.Length), hint)]);
}
