using System.CommandLine;
using Isonomia.Cli.Sweeping;
using Isonomia.Measurement.Measuring;
using Isonomia.Measurement.Settings;
using Isonomia.Reporting.Sweeps;
using Isonomia.Simulation.Compilation;

namespace Isonomia.Cli.Verbs;

/// <summary><c>isonomia sweep</c>: runs a model again and again with other values.</summary>
internal static class SweepVerb
{
    public static Command Create()
    {
        var model = new Argument<string>("MODEL")
        {
            Description = "a cell or a circuit: a file, or a name of the library",
        };
        var over = new Option<string[]>("--over")
        {
            HelpName = "PATH=FIRST:LAST:NUMBER",
            Description = "a value to vary, evenly spaced (FIRST:LAST:NUMBER:log by factors) or listed (PATH=a,b,c); "
                + "several: a grid. Paths are those of simulate --set",
        };
        var list = new Option<string?>("--list")
        {
            HelpName = "FILE.csv",
            Description = "runs to make instead: a line of paths, then a line of values for each run",
        };
        var measure = new Option<string>("--measure")
        {
            HelpName = "LIST",
            Required = true,
            Description = "what to measure: POPULATION.rate, .cv_isi, .BIOMARKER.NUMBER of spikes, or "
                + "POPULATION.VARIABLE.BIOMARKER.NUMBER of signals, with the keys of measure --json",
        };
        var output = new Option<string>("--out")
        {
            HelpName = "DIR",
            Required = true,
            Description = "where sweep.tsv, sweep.json and report.html go; the same command again goes on where it was "
                + "interrupted",
        };
        var seeds = new Option<int>("--seeds")
        {
            HelpName = "N",
            Description = "run each with N seeds",
            DefaultValueFactory = _ => 1,
        };
        var seed = new Option<ulong?>("--seed")
        {
            HelpName = "N",
            Description = "the first seed (the model's unless given)",
        };
        var duration = new Option<string?>("--for") { HelpName = "1s", Description = "how long to simulate" };
        var dt = new Option<string?>("--dt") { HelpName = "0.1ms", Description = "the time step" };
        var every = new Option<string?>("--every")
        {
            HelpName = "1ms",
            Description = "the interval between records of a cell's variables",
        };
        var size = new Option<int>("--size")
        {
            HelpName = "N",
            Description = "of a cell: how many, side by side",
            DefaultValueFactory = _ => 1,
        };
        var set = new Option<string[]>("--set")
        {
            HelpName = "path=value",
            Description = "change a value of the model for all runs",
        };
        var measuring = new Option<string[]>("--measuring")
        {
            HelpName = "key=value",
            Description = "change a setting of the measurement; 'isonomia measure --settings' lists them",
        };
        var precision = new Option<string?>("--precision")
        {
            HelpName = "single|double",
            Description = "the numbers in which states are kept",
        };
        var threads = new Option<int>("--threads")
        {
            HelpName = "N",
            Description = "runs made at once, each on one thread (the result does not depend on it)",
            DefaultValueFactory = _ => Environment.ProcessorCount,
        };
        var command = new Command("sweep", "Run a model with many values and measure each run: a row a run in a table, and "
            + "a picture.\n\nExamples:\n"
            + "  isonomia sweep brunel2000 --over parameters.g=3:8:11 --seeds 3 --measure E.rate,E.cv_isi --out g\n"
            + "  isonomia sweep brunel2000 --over parameters.g=3:8:6 --over parameters.eta=1,2,4 --measure E.rate "
            + "--out map\n"
            + "  isonomia sweep adaptive-exponential --over 'input=0 pA:1000 pA:21' --measure rate,cv_isi --out fi")
        {
            model, over, list, measure, output, seeds, seed, duration, dt, every, size, set, measuring, precision,
            threads,
        };
        command.SetAction(parsed =>
        {
            var overs = parsed.GetValue(over) ?? [];
            if (overs.Length == 0 == (parsed.GetValue(list) is null))
                throw new SettingException("sweep needs either --over or --list; see 'isonomia sweep --help'");
            return Run(new SweepRequest(parsed.GetRequiredValue(model))
            {
                Over = [.. overs],
                List = parsed.GetValue(list),
                Measures = parsed.GetRequiredValue(measure),
                Output = parsed.GetRequiredValue(output),
                Settings = [.. (parsed.GetValue(set) ?? []).Select(Pair)],
                Measuring = (parsed.GetValue(measuring) ?? [])
                    .Aggregate(RecordingMeasurer.DefaultSettings, SettingArguments.Apply),
                Duration = Time("--for", parsed.GetValue(duration)),
                Dt = Time("--dt", parsed.GetValue(dt)),
                Every = Time("--every", parsed.GetValue(every)),
                Size = AtLeastOne("--size", parsed.GetValue(size)),
                Seed = parsed.GetValue(seed),
                Seeds = AtLeastOne("--seeds", parsed.GetValue(seeds)),
                Threads = AtLeastOne("--threads", parsed.GetValue(threads)),
                Precision = parsed.GetValue(precision) switch
                {
                    null or "single" => Precision.Single,
                    "double" => Precision.Double,
                    var name => throw new SettingException($"--precision {name}: single or double was expected"),
                },
                Command = RunArguments.Command(parsed),
                Arguments = RunArguments.Of(parsed, model),
            });
        });
        return command;
    }

    private static int Run(SweepRequest asked)
    {
        using var interruption = new Interruption();
        SweepContent content;
        try
        {
            content = asked.Run(interruption.Token);
        }
        catch (OperationCanceledException)
        {
            var table = Path.Combine(asked.Output, "sweep.tsv");
            Terminal.Say($"interrupted; what is done is in {table}, and the same command goes on");
            return ExitCode.Interrupted;
        }

        Terminal.Say($"{content.Outcomes.Count} runs, of which {content.Failed} failed; "
            + $"table: {Path.Combine(asked.Output, "sweep.tsv")}, report: {Path.Combine(asked.Output, "report.html")}");
        return content.Failed > 0 ? ExitCode.SomeInputsFailed : ExitCode.Done;
    }

    private static double? Time(string option, string? text) =>
        text is null ? null : QuantityArgument.Time(option, text);

    private static int AtLeastOne(string option, int value) => value >= 1
        ? value
        : throw new SettingException($"{option} {value}: one or more was expected");

    private static KeyValuePair<string, string> Pair(string pair)
    {
        var at = pair.IndexOf('=', StringComparison.Ordinal);
        return at > 0
            ? KeyValuePair.Create(pair[..at].Trim(), pair[(at + 1)..].Trim())
            : throw new SettingException($"--set {pair}: write path=value, as in --set parameters.tau=15ms");
    }
}
