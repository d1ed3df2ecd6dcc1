using System.CommandLine;
using Isonomia.Cli.Restoring;
using Isonomia.Measurement.Settings;
using Isonomia.Reporting.Restoring;
using Isonomia.Restoration.Catalogue;
using Isonomia.Restoration.Circuits;
using Isonomia.Restoration.Search;

namespace Isonomia.Cli.Verbs;

/// <summary><c>isonomia restore</c>: the way back, as far as a model knows it.</summary>
internal static class RestoreVerb
{
    private static readonly char[] Comma = [','];

    public static Command Create()
    {
        var file = new Argument<string?>("RECORDING")
        {
            Description = "a recording of an adult, awake with eyes closed, of any known format",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var condition = new Option<string?>("--condition")
        {
            HelpName = "NAME",
            Description = "instead of a recording, persons with a condition of the catalogue, or of a file",
        };
        var circuit = new Option<string?>("--circuit")
        {
            HelpName = "NAME",
            Description = "with --condition: search the way back by simulating this circuit of the library",
        };
        var tune = new Option<string?>("--tune")
        {
            HelpName = "a,b=0.9:1.1",
            Description = "of a circuit: parameters to turn, each alone, with ranges of factors; those on the inhibitory side unless given",
        };
        var set = new Option<string[]>("--set")
        {
            HelpName = "path=value",
            Description = "of a circuit: change a value in health and illness alike",
        };
        var evaluations = new Option<int>("--evaluations")
        {
            HelpName = "N",
            Description = "of a circuit: places to simulate for each parameter",
            DefaultValueFactory = _ => new CircuitSearchOptions().Evaluations,
        };
        var trials = new Option<int>("--trials")
        {
            HelpName = "N",
            Description = "of a circuit: trials at each place; twice as many judge what is found",
            DefaultValueFactory = _ => new CircuitSearchOptions().Trials,
        };
        var channel = new Option<string?>("--channel")
        {
            HelpName = "NAME",
            Description = "locate by this channel; Cz unless given, or else the first good one",
        };
        var interventions = new Option<string?>("--interventions")
        {
            HelpName = "a,b,...",
            Description = "look at these only: names of the catalogue, or files",
        };
        var exclude = new Option<string?>("--exclude") { HelpName = "a,b,...", Description = "never these" };
        var together = new Option<int>("--together")
        {
            HelpName = "N",
            Description = "at most so many interventions together, 1 to 3",
            DefaultValueFactory = _ => 2,
        };
        var burden = new Option<double>("--most-burden")
        {
            HelpName = "B",
            Description = "the greatest burden, as a sum over interventions",
            DefaultValueFactory = _ => 1,
        };
        var over = new Option<string?>("--over")
        {
            HelpName = "8weeks",
            Description = "follow the first plan over time: absorption, onset, tolerance, and withdrawal",
        };
        var norms = new Option<string?>("--norms")
        {
            HelpName = "FILE",
            Description = "what health is, as 'norms build' learnt it; else a published or stated range, which the output names",
        };
        var seed = new Option<long>("--seed") { HelpName = "N", Description = "seed of the draws", DefaultValueFactory = _ => 1 };
        var threads = new Option<int?>("--threads") { HelpName = "N", Description = "threads (the result does not depend on them)" };
        var output = new Option<string?>("--out") { HelpName = "DIR", Description = "write restore.html, restore.json and restore.tsv here" };
        var json = new Option<string?>("--json") { HelpName = "FILE", Description = "write the results as JSON (- for standard output)" };
        var reading = new ReadingArguments();
        var command = new Command("restore", "Search interventions, doses and combinations that bring a person, or a condition, back "
            + "into the healthy range, with probabilities, burden and evidence.\n" + RestorationContent.Warning + "\n\nExamples:\n"
            + "  isonomia restore subject1.edf --out restored\n"
            + "  isonomia restore --condition depression-heightened-inhibition --over 8weeks --out restored\n"
            + "  isonomia restore --circuit murray2014 --condition nmda-hypofunction-ee --out restored\n"
            + "  isonomia restore subject1.edf --channel Oz --exclude ketamine --together 3 --json -")
        {
            file, condition, circuit, tune, set, evaluations, trials, channel, interventions, exclude, together, burden, over, norms, seed, threads,
            output, json,
        };
        reading.AddTo(command);
        command.SetAction(parsed =>
        {
            var (path, named) = (parsed.GetValue(file), parsed.GetValue(condition));
            if (path is null == (named is null))
                throw new SettingException("restore needs either a recording or --condition; see 'isonomia restore --help'");
            if (parsed.GetValue(together) is < 1 or > 3)
                throw new SettingException($"--together {parsed.GetValue(together)}: 1, 2 or 3 was expected");
            if (parsed.GetValue(threads) is < 1)
                throw new SettingException($"--threads {parsed.GetValue(threads)}: one or more was expected");
            var commandLine = "isonomia " + string.Join(' ', parsed.Tokens.Select(t => t.Value));
            if (parsed.GetValue(circuit) is { } simulated)
            {
                if (named is null)
                    throw new SettingException("--circuit needs --condition");
                if (parsed.GetValue(evaluations) is < 1 or > 200)
                    throw new SettingException($"--evaluations {parsed.GetValue(evaluations)}: 1 to 200 were expected");
                if (parsed.GetValue(trials) is < 1 or > 400)
                    throw new SettingException($"--trials {parsed.GetValue(trials)}: 1 to 400 were expected");
                Run(new CircuitRestorationRequest
                {
                    Circuit = simulated,
                    Condition = named,
                    Tuned = Names(parsed.GetValue(tune)),
                    Settings = [.. (parsed.GetValue(set) ?? []).Select(Pair)],
                    Command = commandLine,
                    Search = new()
                    {
                        Evaluations = parsed.GetValue(evaluations),
                        Trials = parsed.GetValue(trials),
                        Seed = parsed.GetValue(seed),
                        Threads = parsed.GetValue(threads) ?? Environment.ProcessorCount,
                    },
                }, parsed.GetValue(output), parsed.GetValue(json));
                return ExitCode.Done;
            }

            var request = new RestorationRequest
            {
                Recording = path,
                Condition = named,
                Channel = parsed.GetValue(channel),
                Interventions = Names(parsed.GetValue(interventions)),
                Excluded = Names(parsed.GetValue(exclude)),
                Norms = parsed.GetValue(norms),
                Over = Duration(parsed.GetValue(over)),
                Reading = reading.Options(parsed),
                Command = commandLine,
                Search = new SearchOptions
                {
                    Together = parsed.GetValue(together),
                    MostBurden = parsed.GetValue(burden),
                    Seed = parsed.GetValue(seed),
                    Threads = parsed.GetValue(threads) ?? Environment.ProcessorCount,
                },
            };
            Run(request, parsed.GetValue(output), parsed.GetValue(json));
            return ExitCode.Done;
        });
        return command;
    }

    private static void Run(RestorationRequest request, string? output, string? json)
    {
        using var interruption = new Interruption();
        RestorationContent content;
        using (var progress = Terminal.Progress("searching"))
            content = RestorationRun.Run(request, progress, interruption.Token);
        if (json is not null)
            JsonOutput.Write(json, stream => RestorationJson.Write(stream, content));
        if (output is not null)
            RestorationFolder.Write(output, content);
        if (json != "-")
            RestorationSummary.Print(Console.Out, content);
        if (output is not null)
            Terminal.Say($"report: {Path.Combine(output, RestorationFolder.ReportName)}");
    }

    private static void Run(CircuitRestorationRequest request, string? output, string? json)
    {
        using var interruption = new Interruption();
        CircuitRestorationContent content;
        using (var progress = Terminal.Progress("simulating"))
            content = CircuitRestorationRun.Run(request, progress, interruption.Token);
        if (json is not null)
            JsonOutput.Write(json, stream => CircuitRestorationJson.Write(stream, content));
        if (output is not null)
            CircuitRestorationFolder.Write(output, content);
        if (json != "-")
            CircuitRestorationSummary.Print(Console.Out, content);
        if (output is not null)
            Terminal.Say($"report: {Path.Combine(output, RestorationFolder.ReportName)}");
    }

    private static KeyValuePair<string, string> Pair(string pair)
    {
        var at = pair.IndexOf('=', StringComparison.Ordinal);
        return at > 0
            ? KeyValuePair.Create(pair[..at].Trim(), pair[(at + 1)..].Trim())
            : throw new SettingException($"--set {pair}: write path=value, as in --set parameters.N_E=1024");
    }

    private static string[] Names(string? list) =>
        (list ?? "").Split(Comma, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static double? Duration(string? text)
    {
        if (text is null)
            return null;
        return DurationText.Parse(text) is > 0 and var seconds
            ? seconds
            : throw new SettingException($"--over {text}: a duration was expected, as in --over 8weeks; units are "
                + DurationText.Known);
    }
}
