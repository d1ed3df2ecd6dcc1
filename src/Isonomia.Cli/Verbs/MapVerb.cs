using System.CommandLine;
using Isonomia.Cli.Analysing;
using Isonomia.Measurement.Settings;

namespace Isonomia.Cli.Verbs;

/// <summary><c>isonomia map</c>: what a model does over one or two of its parameters.</summary>
internal static class MapVerb
{
    public static Command Create()
    {
        var model = new Argument<string>("MODEL") { Description = "a field or a cell: a file, or a name of the library" };
        var x = new Option<string>("--x")
        {
            HelpName = "PATH=FIRST:LAST:NUMBER",
            Required = true,
            Description = "a value to vary; paths are those of simulate --set, values as in sweep --over",
        };
        var y = new Option<string?>("--y") { HelpName = "PATH=FIRST:LAST:NUMBER", Description = "a second value to vary" };
        var of = new Option<string>("--of")
        {
            HelpName = "MEASURE,...",
            Required = true,
            Description = "what is shown: " + string.Join("; ", MapMeasure.All.Select(m => $"{m.Name} ({m.Meaning})")),
        };
        var output = new Option<string>("--out")
        {
            HelpName = "DIR",
            Required = true,
            Description = "where sweep.tsv, sweep.json and report.html go; the same command again goes on where it was interrupted",
        };
        var set = new Option<string[]>("--set") { HelpName = "path=value", Description = "change a value of the model for all" };
        var duration = new Option<string?>("--for") { HelpName = "6s", Description = "how long is simulated; the second half counts" };
        var threads = new Option<int>("--threads")
        {
            HelpName = "N",
            Description = "points computed at once (the result does not depend on it)",
            DefaultValueFactory = _ => Environment.ProcessorCount,
        };
        var command = new Command("map", "Show over one or two parameters how stable a model is, how many fixed points it has, how it "
            + "swings.\n\nExamples:\n  isonomia map wilson-cowan --x P=0:4:41 --of stable,amplitude,rhythm --out wc\n"
            + "  isonomia map montbrio-pazo-roxin --x eta=-8:0:33 --y J=0:20:21 --of stable,margin --out mpr")
        {
            model, x, y, of, output, set, duration, threads,
        };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(threads) is < 1 and var few)
                throw new SettingException($"--threads {few}: one or more was expected");
            using var interruption = new Interruption();
            var content = new MapRequest(parsed.GetRequiredValue(model))
            {
                X = parsed.GetRequiredValue(x),
                Y = parsed.GetValue(y),
                Of = parsed.GetRequiredValue(of),
                Output = parsed.GetRequiredValue(output),
                Settings = [.. (parsed.GetValue(set) ?? []).Select(Pair)],
                Duration = parsed.GetValue(duration) is { } time ? QuantityArgument.Time("--for", time) : null,
                Threads = parsed.GetValue(threads),
                Command = RunArguments.Command(parsed),
                Arguments = RunArguments.Of(parsed, model),
            }.Run(interruption.Token);
            Console.WriteLine($"{content.Plan.Runs.Length} points, {content.Failed} failed");
            Terminal.Say($"report: {Path.Combine(parsed.GetRequiredValue(output), "report.html")}");
            return content.Failed > 0 ? ExitCode.SomeInputsFailed : ExitCode.Done;
        });
        return command;
    }

    private static KeyValuePair<string, string> Pair(string pair)
    {
        var at = pair.IndexOf('=', StringComparison.Ordinal);
        return at > 0
            ? KeyValuePair.Create(pair[..at].Trim(), pair[(at + 1)..].Trim())
            : throw new SettingException($"--set {pair}: write path=value, as in --set p=220Hz");
    }
}
