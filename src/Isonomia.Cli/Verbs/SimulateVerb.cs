using System.Collections.Immutable;
using System.CommandLine;
using Isonomia.Measurement.Settings;
using Isonomia.Modeling.Composition;
using Isonomia.Modeling.Description;
using Isonomia.Modeling.Models;
using Isonomia.Reporting.Runs;
using Isonomia.Reporting.Runs.Outputs;
using Isonomia.Reporting.Tables.Runs;
using Isonomia.Simulation.Compilation;

namespace Isonomia.Cli.Verbs;

/// <summary><c>isonomia simulate</c>: runs a model.</summary>
internal static class SimulateVerb
{
    /// <summary>Makes the verb.</summary>
    /// <param name="summary">Where it tells people what came of it; standard output unless given.</param>
    public static Command Create(TextWriter? summary = null)
    {
        var model = new Argument<string>("MODEL")
        {
            Description = "a model file, or a name of the library ('isonomia models' lists it); MODEL:VARIANT for a variant",
        };
        var duration = new Option<string?>("--for") { HelpName = "1s", Description = "how long to simulate" };
        var dt = new Option<string?>("--dt") { HelpName = "0.1ms", Description = "the time step" };
        var seed = new Option<ulong?>("--seed") { HelpName = "N", Description = "the seed of all randomness" };
        var threads = new Option<int?>("--threads") { HelpName = "N", Description = "threads to use (the result does not depend on it)" };
        var size = new Option<int?>("--size") { HelpName = "N", Description = "number of cells, side by side" };
        var input = new Option<string[]>("--input")
        {
            HelpName = "[NAME=]EXPRESSION",
            Description = "an input, an expression of t for I_ext or NAME, in place of the model's own: '300 pA', '"
                + string.Join("', '", InputComposition.Shapes)
                + "'; spikes: 'spikes(RECEPTOR, WEIGHT, TIME, ...)', 'poisson(RECEPTOR, WEIGHT, RATE)'. Several add up",
        };
        var curve = new Option<string?>("--fi")
        {
            HelpName = "[NAME=]FIRST:LAST:STEP",
            Description = "measure the f-I curve: one cell for each constant input from FIRST to LAST",
        };
        var probe = new Option<string?>("--probe") { HelpName = "v,w", Description = "variables to record (the states, unless given)" };
        var every = new Option<string?>("--every") { HelpName = "0.1ms", Description = "the interval between records" };
        var connectome = new Option<string?>("--connectome")
        {
            HelpName = "FILE",
            Description = "of a field: how regions are connected; a zip archive of The Virtual Brain, or a square table of weights (CSV, "
                + "NPY; rows are targets)",
        };
        var lengths = new Option<string?>("--lengths") { HelpName = "FILE", Description = "of a field: a table of the tracts' lengths in mm" };
        var speed = new Option<string?>("--speed") { HelpName = "'3 m/s'", Description = "of a field: how fast tracts conduct" };
        var regional = new Option<string[]>("--regional")
        {
            HelpName = "NAME=FILE",
            Description = "of a field: multiply a parameter by a number for each region, from a CSV or NPY file",
        };
        var bold = new Option<string?>("--bold")
        {
            HelpName = "VARIABLE",
            Description = "of a field: the BOLD signal that this activity gives, functional connectivity and its dynamics",
        };
        var images = new Option<string?>("--tr") { HelpName = "2s", Description = "of BOLD: the interval between images" };
        var empirical = new Option<string?>("--empirical")
        {
            HelpName = "FILE",
            Description = "of BOLD: what was measured, to compare with; correlations (regions x regions) or BOLD (images x regions), "
                + "CSV or NPY",
        };
        var leadField = new Option<string?>("--lead-field")
        {
            HelpName = "FILE",
            Description = "of a field: what sensors read, channels x regions (CSV, NPY); recorded as eeg",
        };
        var set = new Option<string[]>("--set") { HelpName = "path=value", Description = "change a value of the model: parameters.tau=15ms" };
        var integrator = new Option<string?>("--integrator")
        {
            HelpName = "NAME",
            Description = "step all equations so: " + string.Join(", ", IntegratorNames.All),
        };
        var precision = new Option<string?>("--precision") { HelpName = "single|double", Description = "the numbers in which states are kept" };
        var reference = new Option<bool>("--reference")
        {
            Description = "integrate the cell again with adaptive steps, without noise, and say how far the run is from it",
        };
        var checkpoint = new Option<string?>("--checkpoint")
        {
            HelpName = "10s",
            Description = "of a circuit: keep the run in DIR/checkpoint each time so much has been simulated, and when it is interrupted",
        };
        var resume = new Option<bool>("--resume") { Description = "go on from the checkpoint in DIR, to the same bytes" };
        var output = new Option<string?>("--out") { HelpName = "DIR", Description = "write run.json, spikes, probes and report.html here" };
        var format = new Option<string?>("--format")
        {
            HelpName = "npy,csv",
            Description = "how spikes and probes are written with --out, one or several of: " + string.Join(", ", RunFormats.Names),
        };
        var json = new Option<string?>("--json") { HelpName = "FILE", Description = "write run.json there (- for standard output)" };
        var command = new Command("simulate", "Simulate a model.\n\nExamples:\n"
            + "  isonomia simulate wang-buzsaki --for 500ms --input '1 uA/cm2' --out wb\n"
            + "  isonomia simulate izhikevich:tonic-bursting --out bursting\n"
            + "  isonomia simulate brunel2000 --set parameters.g=6 --for 2s --out brunel\n"
            + "  isonomia simulate jansen-rit --set noise='2 Hz**0.5' --for 20s --every 2ms --out alpha\n"
            + "  isonomia simulate jansen-rit --set K=1 --connectome connectivity.zip --speed '3 m/s' --for 10s --out brain\n"
            + "  isonomia simulate deco2014:balanced --connectome weights.csv --set G=2 --dt 1ms --every 100ms --for 5min --bold S_e --out fmri\n"
            + "  isonomia simulate my-cell.yaml --for 1s --input 'step(300 pA, 100 ms, 600 ms)' --fi 0pA:500pA:20pA --out run")
        {
            model, duration, dt, seed, threads, size, input, curve, probe, every, set, integrator, precision, reference, checkpoint,
            connectome, lengths, speed, regional, bold, images, empirical, leadField, resume, output, format, json,
        };
        command.SetAction(parsed =>
        {
            var formats = RunFormats.Parse(parsed.GetValue(format));
            var named = SimulationRequest.NameOf(parsed.GetRequiredValue(model));
            if (ModelFile.Find(named) is CircuitDescription circuit)
            {
                if (new Option[] { size, input, curve, probe, every, reference, connectome, lengths, speed, regional, bold, images, empirical, leadField }
                    .FirstOrDefault(o => parsed.GetResult(o) is { Implicit: false }) is { } ofCells)
                {
                    throw new SettingException($"{ofCells.Name}: that is for cells that run alone; a circuit has stimuli and "
                        + "probes of its own, which --set changes");
                }

                return Run(new CircuitRequest(parsed.GetRequiredValue(model), circuit)
                {
                    Duration = parsed.GetValue(duration),
                    Dt = parsed.GetValue(dt),
                    Seed = parsed.GetValue(seed),
                    Threads = AtLeastOne("--threads", parsed.GetValue(threads)) ?? Environment.ProcessorCount,
                    Settings = [.. (parsed.GetValue(set) ?? []).Select(Pair)],
                    Integrator = parsed.GetValue(integrator),
                    Precision = Numbers(parsed.GetValue(precision)),
                    Checkpoint = parsed.GetValue(checkpoint),
                    Resume = parsed.GetValue(resume),
                    Output = parsed.GetValue(output),
                    Command = RunArguments.Command(parsed),
                    Arguments = RunArguments.Of(parsed, model),
                }, formats, parsed.GetValue(json), summary);
            }

            if (ModelFile.Find(named) is FieldDescription field)
            {
                if (new Option[] { input, curve, reference, precision, checkpoint, resume }
                    .FirstOrDefault(o => parsed.GetResult(o) is { Implicit: false }) is { } notOfFields)
                {
                    throw new SettingException($"{notOfFields.Name}: that is not for fields; their inputs are parameters, which --set "
                        + "changes");
                }

                Run(new FieldRequest(parsed.GetRequiredValue(model), field)
                {
                    Duration = parsed.GetValue(duration),
                    Dt = parsed.GetValue(dt),
                    Seed = parsed.GetValue(seed),
                    Size = AtLeastOne("--size", parsed.GetValue(size)) ?? 1,
                    Connectome = parsed.GetValue(connectome),
                    Lengths = parsed.GetValue(lengths),
                    Speed = parsed.GetValue(speed),
                    Regional = [.. (parsed.GetValue(regional) ?? []).Select(r => Pair(r, "--regional", "--regional J=map.csv"))],
                    Bold = parsed.GetValue(bold),
                    RepetitionTime = parsed.GetValue(images),
                    Empirical = parsed.GetValue(empirical),
                    LeadField = parsed.GetValue(leadField),
                    Probes = Listed(parsed.GetValue(probe)) ?? [],
                    Every = parsed.GetValue(every),
                    Settings = [.. (parsed.GetValue(set) ?? []).Select(Pair)],
                    Integrator = parsed.GetValue(integrator),
                    Command = RunArguments.Command(parsed),
                    Arguments = RunArguments.Of(parsed, model),
                }.Run, parsed.GetValue(output), formats, parsed.GetValue(json), summary);
                return ExitCode.Done;
            }

            if (new Option[] { connectome, lengths, speed, regional, bold, images, empirical, leadField }.FirstOrDefault(o => parsed.GetResult(o) is { Implicit: false })
                is { } ofFields)
            {
                throw new SettingException($"{ofFields.Name}: that is for fields");
            }

            if (new Option[] { checkpoint, resume }.FirstOrDefault(o => parsed.GetResult(o) is { Implicit: false }) is { } ofCircuits)
                throw new SettingException($"{ofCircuits.Name}: that is for circuits; cells that run alone are quickly run again");
            var asked = new SimulationRequest(parsed.GetRequiredValue(model))
            {
                Duration = parsed.GetValue(duration),
                Dt = parsed.GetValue(dt),
                Seed = parsed.GetValue(seed),
                Threads = AtLeastOne("--threads", parsed.GetValue(threads)) ?? Environment.ProcessorCount,
                Size = AtLeastOne("--size", parsed.GetValue(size)) ?? 1,
                Inputs = [.. parsed.GetValue(input) ?? []],
                Curve = parsed.GetValue(curve),
                Probes = Listed(parsed.GetValue(probe)),
                Every = parsed.GetValue(every),
                Settings = [.. (parsed.GetValue(set) ?? []).Select(Pair)],
                Integrator = parsed.GetValue(integrator),
                Precision = Numbers(parsed.GetValue(precision)),
                Reference = parsed.GetValue(reference),
                Command = RunArguments.Command(parsed),
                Arguments = RunArguments.Of(parsed, model),
            };
            Run(asked.Run, parsed.GetValue(output), formats, parsed.GetValue(json), summary);
            return ExitCode.Done;
        });
        return command;
    }

    private static void Run(
        Func<CancellationToken, CellReportContent> run, string? output, ImmutableArray<RunFormat> formats, string? json, TextWriter? summary)
    {
        using var interruption = new Interruption();
        var content = run(interruption.Token);
        if (json is not null)
            JsonOutput.Write(json, stream => RunJson.Write(stream, content));
        if (output is not null)
            SimulationFolder.Write(output, content, formats);
        if (json != "-")
            SimulationSummary.Print(summary ?? Console.Out, content);
        if (output is not null && summary is null)
            Terminal.Say($"report: {Path.Combine(output, SimulationFolder.ReportName)}");
    }

    private static int Run(
        CircuitRequest asked, ImmutableArray<RunFormat> formats, string? json, TextWriter? summary)
    {
        using var interruption = new Interruption();
        var content = asked.Run(interruption.Token);
        if (json is not null)
            JsonOutput.Write(json, stream => RunJson.Write(stream, content));
        if (asked.Output is { } output)
            SimulationFolder.Write(output, content, formats);
        if (json != "-")
            CircuitSummary.Print(summary ?? Console.Out, content);
        if (asked.Output is not null && summary is null)
            Terminal.Say($"report: {Path.Combine(asked.Output, SimulationFolder.ReportName)}");
        if (content.Run.InterruptedOf is not null)
            return ExitCode.Interrupted;
        asked.Finish();
        return ExitCode.Done;
    }

    private static int? AtLeastOne(string option, int? value) => value is null or >= 1
        ? value
        : throw new SettingException($"{option} {value}: one or more was expected");

    private static ImmutableArray<string>? Listed(string? names) => names is null ? null
        : [.. names.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    private static KeyValuePair<string, string> Pair(string pair) => Pair(pair, "--set", "--set parameters.tau=15ms");

    private static KeyValuePair<string, string> Pair(string pair, string option, string example)
    {
        var at = pair.IndexOf('=', StringComparison.Ordinal);
        return at > 0
            ? KeyValuePair.Create(pair[..at].Trim(), pair[(at + 1)..].Trim())
            : throw new SettingException($"{option} {pair}: write path=value, as in {example}");
    }

    private static Precision Numbers(string? name) => name switch
    {
        null or "single" => Precision.Single,
        "double" => Precision.Double,
        _ => throw new SettingException($"--precision {name}: single or double was expected"),
    };
}
