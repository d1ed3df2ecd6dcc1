using System.Collections.Immutable;
using Isonomia.Modeling.Composition;
using Isonomia.Modeling.Description;
using Isonomia.Modeling.Diagnostics;
using Isonomia.Modeling.Equations;
using Isonomia.Modeling.Models;
using Isonomia.Reporting.Runs;
using Isonomia.Simulation.Results;
using Isonomia.Simulation.Running;

namespace Isonomia.Cli.Sweeping;

/// <summary>A cell of which a sweep makes runs.</summary>
internal sealed class SweptCell : SweptModel
{
    private const double DefaultDt = 1e-4;
    private const double DefaultDuration = 1;
    private readonly CellDescription description;
    private readonly CellModel asWritten;
    private readonly SweepRequest request;

    public SweptCell(CellDescription cell, SweepRequest request)
    {
        var bag = new DiagnosticBag();
        (asWritten, this.request) = (cell.ToModel(), request);
        description = Changed(cell, request.Settings, bag);
        bag.ThrowIfErrors();
        Text = ModelFile.Write(description);
    }

    public override IReadOnlyList<string> Populations => [asWritten.Name];

    public override ulong Seed => asWritten.Seed ?? 0;

    public override string Text { get; }

    public override ImmutableArray<RunInput> Inputs => RunInputs.Of([SimulationRequest.NameOf(request.Model)]);

    public override bool CanRecord(string channel, out IReadOnlyList<string> known)
    {
        known = [.. asWritten.Equations.Symbols.Values
            .Where(s => s.Kind is SymbolKind.State or SymbolKind.Subexpression or SymbolKind.Parameter)
            .Select(s => $"{asWritten.Name}.{s.Name}")];
        return known.Contains(channel.Split('[')[0]);
    }

    public override void Check(IReadOnlyList<KeyValuePair<string, string>> settings, DiagnosticBag bag)
    {
        var changed = Changed(description, settings, bag);
        if (!bag.HasErrors)
            Driven(changed, bag);
    }

    public override RunResult Run(
        IReadOnlyList<KeyValuePair<string, string>> settings, ulong seed, IReadOnlyList<SweepMeasure> measures,
        CancellationToken cancellation)
    {
        var bag = new DiagnosticBag();
        var cell = Driven(Changed(description, settings, bag), bag);
        bag.ThrowIfErrors();
        return new CellRun(cell!, new CellRunSettings
        {
            Duration = request.Duration ?? cell!.Duration ?? DefaultDuration,
            Dt = request.Dt ?? cell!.Dt ?? DefaultDt,
            Seed = seed,
            Size = request.Size,
            Precision = request.Precision,
            Integrator = cell!.Integrator,
            Probes = [.. measures.Where(m => m.Channel is not null)
                .Select(m => VariableOf(m.Population, m.Channel!)).Distinct()],
            Every = request.Every,
        }).Run(null, cancellation);
    }

    private CellDescription Changed(
        CellDescription cell, IReadOnlyList<KeyValuePair<string, string>> settings, DiagnosticBag bag)
    {
        foreach (var (path, value) in settings)
        {
            cell = SettingPath.Apply(cell, path, value, bag);
            SettingDimension.Require(asWritten, path, value, bag);
        }

        return cell;
    }

    private static CellModel? Driven(CellDescription description, DiagnosticBag bag) =>
        description.Resolve(bag) is not { } cell ? null
        : description.Input is { } input ? InputComposition.Apply(cell, input.Text, 1, bag)
        : cell;
}
