using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Isonomia.Measurement.Biomarkers;
using Isonomia.Measurement.Measuring;
using Isonomia.Measurement.Settings;
using Isonomia.Modeling.Diagnostics;
using Isonomia.Reporting.Runs;
using Isonomia.Reporting.Sweeps;
using Isonomia.Simulation.Circuits;
using Isonomia.Simulation.Compilation;
using Isonomia.Simulation.Populations;
using Isonomia.Simulation.Results;
using Isonomia.Simulation.Sweeping;
using Isonomia.Validation;

namespace Isonomia.Cli.Sweeping;

/// <summary>What someone asked <c>sweep</c> for, and how it is carried out.</summary>
internal sealed record SweepRequest(string Model)
{
    public ImmutableArray<string> Over { get; init; } = [];

    public string? List { get; init; }

    public required string Measures { get; init; }

    public required string Output { get; init; }

    public ImmutableArray<KeyValuePair<string, string>> Settings { get; init; } = [];

    public MeasureSettings Measuring { get; init; } = RecordingMeasurer.DefaultSettings;

    public double? Duration { get; init; }

    public double? Dt { get; init; }

    public double? Every { get; init; }

    public int Size { get; init; } = 1;

    public ulong? Seed { get; init; }

    public int Seeds { get; init; } = 1;

    public int Threads { get; init; } = 1;

    public Precision Precision { get; init; }

    public required string Command { get; init; }

    /// <summary>What followed the verb, the model first, without what does not change the result.</summary>
    public ImmutableArray<string> Arguments { get; init; } = [];

    /// <summary>Carries it out, as far as it has not been before.</summary>
    /// <exception cref="ModelException">The model or what was asked is wrong.</exception>
    /// <exception cref="SettingException">A measure is none.</exception>
    public SweepContent Run(CancellationToken cancellation)
    {
        var bag = new DiagnosticBag();
        ImmutableArray<SweepAxis> axes = List is { } list
            ? SweepList.Read(list, bag)
            : [.. Over.Select(over => SweepAxis.Parse(over, "--over", bag)).OfType<SweepAxis>()];
        bag.ThrowIfErrors();
        var model = SweptModel.Find(this);
        var plan = SweepPlan.Of(axes, List is not null, Seed ?? model.Seed, Seeds, bag);
        bag.ThrowIfErrors();
        Check(model, plan!);
        var measures = SweepMeasure.Parse(Measures, model);
        var units = new SweepUnits(measures);
        var folder = new SweepFolder(Output);
        var fixedFacts = Facts(model, measures.Any(m => m.Biomarker is not null));
        folder.RequireSame(fixedFacts, units);
        var table = new SweepTable(folder.Table, plan!, [.. measures.Select(m => m.Name)]);
        SweepContent Content() => new(Model, plan!, units.Named, table.Outcomes, new RunProvenance(Command)
        {
            Arguments = Arguments,
            Inputs = model.Inputs,
        })
        {
            Fixed = fixedFacts,
        };

        folder.Write(Content());
        try
        {
            using var progress = Terminal.Progress("sweeping");
            Sweep.Run(
                plan!, table, Threads, (run, stop) => One(model, plan!, run, measures, units, stop), progress,
                cancellation);
        }
        finally
        {
            folder.Write(Content());
        }

        folder.WriteReport(Content());
        return Content();
    }

    private SweepOutcome One(
        SweptModel model, SweepPlan plan, SweepRun run, IReadOnlyList<SweepMeasure> measures, SweepUnits units,
        CancellationToken cancellation)
    {
        RunResult result;
        try
        {
            result = model.Run(Set(plan, run), run.Seed, measures, cancellation);
        }
        catch (Exception e) when (e is DivergenceException or RunawayException)
        {
            return new SweepOutcome([.. measures.Select(_ => (double?)null)], e.Message, HasFailed: true);
        }

        var found = Measured(result, measures, cancellation);
        var values = ImmutableArray.CreateBuilder<double?>(measures.Count);
        List<string> why = [];
        foreach (var measure in measures)
        {
            var (value, unit) = measure.Of(result, found);
            units.Learn(measure, unit);
            values.Add(value.IsDefined ? value.Value : null);
            if (!value.IsDefined)
                why.Add($"{measure.Name}: {value.Why}");
        }

        return new SweepOutcome(values.MoveToImmutable(), string.Join("; ", why));
    }

    private RecordingMeasurement? Measured(
        RunResult result, IReadOnlyList<SweepMeasure> measures, CancellationToken cancellation)
    {
        var names = measures.Select(m => m.Biomarker).OfType<string>().ToHashSet();
        if (names.Count == 0)
            return null;
        using var recording = RunRecording.Of(
            result, [.. measures.Where(m => m is { Biomarker: not null, Channel: null }).Select(m => m.Population)]);
        return new RecordingMeasurer(Measuring, [.. BiomarkerLibrary.All.Where(b => names.Contains(b.Name))])
        {
            SpikeBiomarkers = [.. BiomarkerLibrary.Spikes.Where(b => names.Contains(b.Name))],
            RecordingBiomarkers = [],
            ChannelNames = [.. measures.Select(m => m.Channel).OfType<string>().Distinct()],
            Threads = 1,
            Command = Command,
        }.Measure(recording, null, cancellation);
    }

    private static KeyValuePair<string, string>[] Set(SweepPlan plan, SweepRun run) =>
        [.. plan.Axes.Select((axis, a) => KeyValuePair.Create(axis.Path, run.Values[a].Text))];

    // Of a grid each value by itself, beside the first of the others; of a list each row. What is wrong with many
    // values in the same way is said of the first.
    private static void Check(SweptModel model, SweepPlan plan)
    {
        var first = plan.Runs[0].Values;
        var combinations = plan.IsList
            ? plan.Runs.Select(r => r.Values).Distinct()
            : plan.Axes.SelectMany((axis, a) => axis.Values.Select(value => first.SetItem(a, value)));
        Dictionary<string, Diagnostic> found = [];
        foreach (var values in combinations.Prepend(first))
        {
            var bag = new DiagnosticBag();
            model.Check([.. plan.Axes.Select((axis, a) => KeyValuePair.Create(axis.Path, values[a].Text))], bag);
            foreach (var error in bag.Found.Where(d => d.Severity == Severity.Error))
                found.TryAdd($"{error.Source.Origin}: {error.Message}", error);
            if (found.Count >= DiagnosticBag.Capacity)
                break;
        }

        if (found.Count > 0)
            throw new ModelException([.. found.Values]);
    }

    // What must be the same for a sweep to be gone on with.
    private ImmutableSortedDictionary<string, string> Facts(SweptModel model, bool usesBiomarkers)
    {
        var facts = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        facts["version"] = RunProvenance.Version;
        facts["model, settings"] = RunInputs.Hash(Encoding.UTF8.GetBytes(
            string.Join('\n', model.Inputs.Select(i => i.Sha256).Prepend(model.Text))));
        facts["measures"] = Measures;
        facts["measuring"] = usesBiomarkers
            ? string.Join(' ', Measuring.Effective().Select(s => $"{s.Key}={s.Value}"))
            : "no biomarkers";
        facts["duration"] = Seconds(Duration);
        facts["time step"] = Seconds(Dt);
        facts["interval of records"] = Seconds(Every);
        if (model is SweptCell)
            facts["cells"] = Size.ToString(CultureInfo.InvariantCulture);
        facts["precision"] = Precision.ToString();
        return facts.ToImmutable();

        static string Seconds(double? value) =>
            value is { } s ? s.ToString("R", CultureInfo.InvariantCulture) + " s" : "the model's";
    }
}
