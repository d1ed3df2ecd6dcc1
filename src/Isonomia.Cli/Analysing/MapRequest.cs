using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Isonomia.Cli.Sweeping;
using Isonomia.Measurement.Settings;
using Isonomia.Modeling.Diagnostics;
using Isonomia.Reporting.Runs;
using Isonomia.Reporting.Sweeps;
using Isonomia.Simulation.Fields.Analysis;
using Isonomia.Simulation.Populations;
using Isonomia.Simulation.Sweeping;

namespace Isonomia.Cli.Analysing;

/// <summary>What someone asked <c>map</c> for, and how it is carried out: a sweep whose runs are analyses.</summary>
internal sealed record MapRequest(string Model)
{
    private const double DefaultDt = 1e-4;
    private const double DefaultDuration = 6;

    public required string X { get; init; }

    public string? Y { get; init; }

    public required string Of { get; init; }

    public required string Output { get; init; }

    public ImmutableArray<KeyValuePair<string, string>> Settings { get; init; } = [];

    public double? Duration { get; init; }

    public int Threads { get; init; } = 1;

    public required string Command { get; init; }

    public ImmutableArray<string> Arguments { get; init; } = [];

    /// <summary>Carries it out, as far as it has not been before.</summary>
    public SweepContent Run(CancellationToken cancellation)
    {
        var measures = MapMeasure.Parse(Of);
        var bag = new DiagnosticBag();
        ImmutableArray<SweepAxis> axes =
        [
            .. new[] { (Text: X, Option: "--x"), (Text: Y, Option: "--y") }.Where(a => a.Text is not null)
                .Select(a => SweepAxis.Parse(a.Text!, a.Option, bag)).OfType<SweepAxis>(),
        ];
        bag.ThrowIfErrors();
        var model = AnalysedModel.Find(Model, Settings);
        if (model.Output is null && measures.Any(m => m.Name is "amplitude" or "rhythm"))
            throw new SettingException($"--of {Of}: '{model.Name}' has no output, and its rhythms cannot be observed");
        foreach (var axis in axes)
            AnalysedModel.Find(Model, [.. Settings, KeyValuePair.Create(axis.Path, axis.Values[0].Text)]);
        var plan = SweepPlan.Of(axes, false, 0, 1, bag);
        bag.ThrowIfErrors();
        var folder = new SweepFolder(Output);
        var inputs = RunInputs.Of([SimulationRequest.NameOf(Model)]);
        var facts = Facts(inputs);
        folder.RequireSame(facts, new SweepUnits([]));
        var table = new SweepTable(folder.Table, plan!, [.. measures.Select(m => m.Name)]);
        SweepContent Content() => new(Model, plan!, [.. measures.Select(m => new SweepMeasureName(m.Name, m.Unit))], table.Outcomes,
            new RunProvenance(Command) { Arguments = Arguments, Inputs = inputs }) { Fixed = facts };
        folder.Write(Content());
        try
        {
            using var progress = Terminal.Progress("mapping");
            Sweep.Run(plan!, table, Threads, (run, stop) => One(plan!, run, measures, stop), progress, cancellation);
        }
        finally
        {
            folder.Write(Content());
        }

        folder.WriteReport(Content());
        return Content();
    }

    private SweepOutcome One(SweepPlan plan, SweepRun run, MapMeasure[] measures, CancellationToken cancellation)
    {
        var model = AnalysedModel.Find(Model,
            [.. Settings, .. plan.Axes.Select((axis, a) => KeyValuePair.Create(axis.Path, run.Values[a].Text))]);
        try
        {
            var values = MapMeasure.Of(model, measures, Duration ?? DefaultDuration, model.Region.Dt ?? DefaultDt, cancellation);
            return new SweepOutcome([.. values], values.Any(v => v is null) ? "no fixed point was found" : "");
        }
        catch (Exception e) when (e is DivergenceException or FieldAnalysisException)
        {
            return new SweepOutcome([.. measures.Select(_ => (double?)null)], e.Message, HasFailed: true);
        }
    }

    private ImmutableSortedDictionary<string, string> Facts(ImmutableArray<RunInput> inputs)
    {
        var facts = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        facts["version"] = RunProvenance.Version;
        facts["model, settings"] = RunInputs.Hash(Encoding.UTF8.GetBytes(string.Join('\n',
            inputs.Select(i => i.Sha256).Append(Model).Concat(Settings.Select(s => $"{s.Key}={s.Value}")))));
        facts["measures"] = Of;
        facts["duration"] = (Duration ?? DefaultDuration).ToString("R", CultureInfo.InvariantCulture) + " s";
        return facts.ToImmutable();
    }
}
