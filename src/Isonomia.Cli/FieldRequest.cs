using System.Collections.Immutable;
using Isonomia.Measurement.Recordings;
using Isonomia.Modeling.Description;
using Isonomia.Modeling.Diagnostics;
using Isonomia.Modeling.Fields;
using Isonomia.Modeling.Fields.Networks;
using Isonomia.Modeling.Models;
using Isonomia.Modeling.Units;
using Isonomia.Reporting.Runs;
using Isonomia.Simulation.Fields.Forward;
using Isonomia.Simulation.Fields.Running;
using Isonomia.Simulation.Results;

namespace Isonomia.Cli;

/// <summary>What someone asked <c>simulate</c> for of a field, and how it is carried out.</summary>
/// <param name="Model">The field's file or name.</param>
/// <param name="Written">The field as it is written there.</param>
internal sealed record FieldRequest(string Model, FieldDescription Written)
{
    private const double DefaultDt = 1e-4;
    private const double DefaultDuration = 1;
    private const long MostProbeBytes = 4L << 30;

    public string? Duration { get; init; }

    public string? Dt { get; init; }

    public ulong? Seed { get; init; }

    public int Size { get; init; } = 1;

    /// <summary>A connectome's archive, or the table of its weights.</summary>
    public string? Connectome { get; init; }

    /// <summary>The table of the lengths of tracts.</summary>
    public string? Lengths { get; init; }

    public string? Speed { get; init; }

    /// <summary>Parameters and the files of factors, one for each region.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Regional { get; init; } = [];

    /// <summary>The variable that drives the vessels; null for no BOLD.</summary>
    public string? Bold { get; init; }

    /// <summary>The interval between images.</summary>
    public string? RepetitionTime { get; init; }

    /// <summary>A table of measured correlations, or of measured BOLD.</summary>
    public string? Empirical { get; init; }

    /// <summary>A table of channels x regions.</summary>
    public string? LeadField { get; init; }

    public ImmutableArray<string> Probes { get; init; } = [];

    public string? Every { get; init; }

    public ImmutableArray<KeyValuePair<string, string>> Settings { get; init; } = [];

    public string? Integrator { get; init; }

    public required string Command { get; init; }

    public ImmutableArray<string> Arguments { get; init; } = [];

    /// <summary>Carries it out.</summary>
    /// <exception cref="ModelException">The field or what was asked is wrong.</exception>
    /// <exception cref="BadInputException">A connectome or map is wrong.</exception>
    public CellReportContent Run(CancellationToken cancellation)
    {
        var (field, warnings) = Field();
        var connectome = Network(field);
        var dt = Dt is { } step ? QuantityArgument.Time("--dt", step) : field.Region.Dt ?? DefaultDt;
        var settings = new FieldRunSettings
        {
            Duration = Duration is { } d ? QuantityArgument.Time("--for", d) : field.Region.Duration ?? DefaultDuration,
            Dt = dt,
            Seed = Seed ?? field.Region.Seed ?? 0,
            Connectome = connectome,
            Speed = Speed is { } speed ? Velocity(speed) : double.PositiveInfinity,
            Copies = Size,
            Regional = Maps(field, connectome),
            Probes = [.. Probes.Select(name => field.Region.Equations.Symbols.ContainsKey(name) ? name
                : throw Wrong("--probe", name, $"'{field.Name}' has no variable '{name}'",
                    NearestName.Hint(name, field.Region.Equations.Symbols.Keys)))],
            Every = Every is { } every ? QuantityArgument.Time("--every", every) : null,
            Integrator = field.Region.Integrator,
            Bold = Vessels(field),
            LeadField = Sensors(field, connectome?.Regions ?? Size),
        };
        var empirical = Empirical is { } file ? Reading(file, () => ConnectomeFile.ReadTable(file)) : null;
        if (settings.Duration < dt / 2)
            throw Wrong("--for", Duration ?? "", $"found a duration shorter than half a time step of {dt * 1e3:0.######} ms");
        if (connectome is not null && Speed is null && connectome.Lengths.Any(l => l > 0))
            warnings = [.. warnings, "note: tracts conduct without delay; --speed '3 m/s' gives them one by their lengths"];
        if (settings.Bold is { } images && settings.Duration < BoldAnalysis.Discarded + (10 * images.RepetitionTime))
        {
            throw Wrong("--for", Duration ?? "", $"found {settings.Duration:0.###} s, where ten images of BOLD after the first "
                + $"{BoldAnalysis.Discarded:0} s were expected", "vessels are slow: simulate minutes, as in --for 5min");
        }

        if (empirical is not null && empirical[0].Length != (connectome?.Regions ?? Size))
            throw new BadInputException(Empirical!, $"it has {empirical.Length} rows of {empirical[0].Length} numbers, where one column for "
                + $"each of {connectome?.Regions ?? Size} regions was expected");
        var run = new FieldRun(field, settings);
        if (run.ProbeBytes > MostProbeBytes)
        {
            throw Wrong("--every", Every ?? "", $"recording this takes {run.ProbeBytes / 1e9:0.0} GB; at most "
                + $"{MostProbeBytes / 1e9:0.0} GB are kept", "record fewer variables, or less often with --every");
        }

        foreach (var warning in warnings)
            Terminal.Say(warning);
        RunResult result;
        using (var progress = Terminal.Progress("simulating"))
            result = run.Run(progress, cancellation) with { Model = Model };
        return new CellReportContent(field.Region, result,
            [.. run.Step.Blocks.Select(b => (string.Join(", ", b.States), $"{IntegratorNames.Name(b.Method)}: {b.Reason}"))],
            new RunProvenance(Command)
            {
                Arguments = Arguments,
                Inputs = RunInputs.OfField(SimulationRequest.NameOf(Model), Files()),
            })
        {
            IsField = true,
            ParameterValues = field.Region.Parameters
                .ToImmutableSortedDictionary(p => p.Name, p => run.Regions.Parameter(p.Name)[0]),
            Warnings = warnings,
            Bold = result.Bold is { } bold ? Reading(Empirical ?? "--bold", () => BoldAnalysis.Of(bold, connectome?.Weights, empirical)) : null,
        };
    }

    private (FieldModel Field, ImmutableArray<string> Warnings) Field()
    {
        var bag = new DiagnosticBag();
        var written = Written;
        var asWritten = Settings.IsEmpty ? null : written.ToModel();
        foreach (var (path, value) in Settings)
        {
            written = SettingPath.Apply(written, path, value, bag);
            SettingDimension.Require(asWritten!.Region, path, value, bag);
        }

        if (Integrator is not null)
            written = SettingPath.Apply(written, "integrator", Integrator, bag);
        bag.ThrowIfErrors();
        var field = written.Resolve(bag);
        bag.ThrowIfErrors();
        return (field!, [.. bag.Found.Select(f => f.Render())]);
    }

    private Connectome? Network(FieldModel field)
    {
        if (Connectome is null)
        {
            return (Lengths ?? Speed) is { } idle
                ? throw Wrong("--connectome", idle, "lengths and speed are of a connectome, and none is given", "add --connectome FILE")
                : null;
        }

        if (field.Couplings.IsEmpty)
            throw Wrong("--connectome", Connectome, $"the regions of '{field.Name}' do not read each other",
                "say what they send, as in 'coupling: {c: E}'");
        return Reading(Connectome, () => ConnectomeFile.Read(Connectome, Lengths));
    }

    private BoldSettings? Vessels(FieldModel field)
    {
        if (Bold is null)
        {
            return (RepetitionTime ?? Empirical) is { } idle
                ? throw Wrong("--bold", idle, "images and measured ones are of BOLD, and none is asked for", "add --bold VARIABLE")
                : null;
        }

        if (Connectome is not null && Size > 1)
            throw Wrong("--size", $"{Size}", "BOLD is made of one network at a time");
        if (!field.Region.Equations.Symbols.TryGetValue(Bold, out var symbol))
            throw Wrong("--bold", Bold, $"'{field.Name}' has no variable '{Bold}'",
                NearestName.Hint(Bold, field.Region.Equations.Symbols.Keys));
        if (symbol.Read.Dimension != Dimension.None)
            throw Wrong("--bold", Bold, $"'{Bold}' has the unit {symbol.Read.Dimension}, and vessels are driven by activity without one, of "
                + "about 0 to 1", "name a share of open gates or of active cells, or add a subexpression to the model");
        var images = new BoldSettings(Bold);
        return RepetitionTime is { } time ? images with { RepetitionTime = QuantityArgument.Time("--tr", time) } : images;
    }

    private LeadField? Sensors(FieldModel field, int regions)
    {
        if (LeadField is null)
            return null;
        if (field.Output is null)
            throw Wrong("--lead-field", LeadField, $"'{field.Name}' has no output, which sensors would read", "say what it is, as in 'output: E'");
        var rows = Reading(LeadField, () => ConnectomeFile.ReadTable(LeadField));
        return rows[0].Length == regions && (Connectome is null || Size == 1)
            ? new LeadField([.. rows.SelectMany(r => r)], rows.Length)
            : throw new BadInputException(LeadField, $"it has {rows.Length} rows of {rows[0].Length} numbers, where a row for each "
                + $"channel and a column for each of {regions} regions was expected");
    }

    private static double Velocity(string text)
    {
        var speed = QuantityArgument.Read("--speed", text, Dimension.Length / Dimension.Time);
        return speed > 0 ? speed : throw Wrong("--speed", text, "found a speed that is not positive");
    }

    private ImmutableSortedDictionary<string, double[]> Maps(FieldModel field, Connectome? connectome)
    {
        var maps = ImmutableSortedDictionary.CreateBuilder<string, double[]>(StringComparer.Ordinal);
        foreach (var (name, file) in Regional)
        {
            var parameter = field.Region.Parameters.FirstOrDefault(p => p.Name == name)
                ?? throw Wrong("--regional", name, $"'{field.Name}' has no parameter '{name}'",
                    NearestName.Hint(name, field.Region.Parameters.Select(p => p.Name)));
            var factors = Reading(file, () => ConnectomeFile.ReadMap(file, connectome?.Regions ?? Size));
            var values = field.Region.Parameters.ToDictionary(p => p.Name, p => p.Value, StringComparer.Ordinal);
            var own = Value(parameter.Name);
            maps[name] = [.. Enumerable.Range(0, connectome is null ? 1 : Size).SelectMany(_ => factors.Select(f => f * own))];

            double Value(string of) => Modeling.Expressions.Evaluator.Evaluate(values[of], Value);
        }

        return maps.ToImmutable();
    }

    private IEnumerable<string> Files() =>
        new[] { Connectome, Lengths, Empirical, LeadField }.OfType<string>().Concat(Regional.Select(r => r.Value));

    private static T Reading<T>(string file, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (FormatException e)
        {
            throw new BadInputException(file, e.Message, e);
        }
    }

    private static ModelException Wrong(string option, string text, string message, string? hint = null) => new(
        [new Diagnostic(Severity.Error, message, new SourceText(text, option), new TextSpan(0, text.Length), hint)]);
}
