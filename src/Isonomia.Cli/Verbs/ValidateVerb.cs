using System.CommandLine;
using Isonomia.Cli.Restoring;
using Isonomia.Measurement.Measuring;
using Isonomia.Measurement.Settings;
using Isonomia.Numerics.Files;
using Isonomia.Reporting.Validation;
using Isonomia.Validation;
using Isonomia.Validation.Climbing;
using Isonomia.Validation.Contrasting;
using Isonomia.Validation.Recovering;

namespace Isonomia.Cli.Verbs;

/// <summary><c>isonomia validate</c>: known truth and published contrasts, reproduced.</summary>
internal static class ValidateVerb
{
    private const string Recover = "recovery";
    private const string Contrasts = "contrasts";
    private const string Conditions = "conditions";

    public static Command Create()
    {
        var rungs = new Argument<string[]>("RUNG")
        {
            Description = "ladder: all published results; L01, L02, ...: one of them; recovery: bias and coverage of every estimator on "
                + "synthetic truth; contrasts: known contrasts on real recordings (needs --data); conditions: whether conditions and interventions do in "
                + "their models what they must, and with --full whether restoring finds what is known. The ladder unless given",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var full = new Option<bool>("--full") { Description = "rungs as published (minutes), not their quick form (seconds)" };
        var threads = new Option<int>("--threads")
        {
            HelpName = "N",
            Description = "how many to use; results do not depend on it",
            DefaultValueFactory = _ => Environment.ProcessorCount,
        };
        var replicates = new Option<int>("--n") { HelpName = "N", Description = "synthetic signals of each kind", DefaultValueFactory = _ => 200 };
        var seed = new Option<long>("--seed") { HelpName = "N", Description = "what they are made from", DefaultValueFactory = _ => 1 };
        var data = new Option<string?>("--data")
        {
            HelpName = "DIR",
            Description = "folder with eegmmidb_S001/ (PhysioNet EEGMMIDB, S001R01 and R02) and bonn/ (sets Z, O, N, F, S)",
        };
        var json = new Option<string?>("--json") { HelpName = "FILE", Description = "write the results as JSON (- for standard output)" };
        var markdown = new Option<string?>("--markdown") { HelpName = "FILE", Description = "write the tables into a page of documentation" };
        var figures = new Option<string?>("--figures") { HelpName = "DIR", Description = "draw the contrasts as SVG here" };
        var command = new Command("validate", "Reproduce what is known: published results, rung by rung; how well each estimator recovers "
            + "synthetic truth; contrasts in real recordings. Exit code 1 where a published result is missed.\n\nExamples:\n"
            + "  isonomia validate\n  isonomia validate L05 L08 --full --json -\n  isonomia validate recovery --n 50\n"
            + "  isonomia validate contrasts --data recordings")
        {
            rungs, full, threads, replicates, seed, data, json, markdown, figures,
        };
        command.SetAction(parsed =>
        {
            var asked = parsed.GetValue(rungs) is { Length: > 0 } named ? named : [LadderClimb.All];
            var climbed = LadderClimb.Find(
                [.. asked.Where(r => r is not (Recover or Contrasts or Conditions))], [Recover, Contrasts, Conditions]);
            if (parsed.GetValue(replicates) < 2)
                throw new SettingException($"--n {parsed.GetValue(replicates)}: two or more was expected");
            if (parsed.GetValue(threads) < 1)
                throw new SettingException($"--threads {parsed.GetValue(threads)}: one or more was expected");
            var (page, path) = (parsed.GetValue(markdown), parsed.GetValue(json));
            var quiet = path == "-" || page is not null;
            var recovery = asked.Contains(Recover) ? Recovered(parsed.GetValue(replicates), parsed.GetValue(seed)) : null;
            var contrasts = asked.Contains(Contrasts) ? Contrasted(parsed.GetValue(data), parsed.GetValue(figures)) : default;
            var missed = asked.Contains(Conditions)
                && !ConditionsCheck.Run(parsed.GetValue(full), parsed.GetValue(replicates), parsed.GetValue(seed),
                    parsed.GetValue(threads));
            var ladder = LadderClimb.Run(
                climbed, parsed.GetValue(full) ? Form.Full : Form.Quick, parsed.GetValue(seed), parsed.GetValue(threads),
                quiet ? null : Console.Out);
            if (path is not null)
                JsonOutput.Write(path, stream => ValidateJson.Write(stream, RecordingMeasurer.Version, recovery, contrasts.All, ladder));
            (string Name, string Content)[] parts =
            [
                .. recovery is null ? [] : new[] { (Recover, RecoveryMarkdown.Write(recovery)) }, .. contrasts.Parts ?? [],
            ];
            if (page is not null && parts.Length > 0)
                MarkdownText.Write(page, parts);
            if (page is not null && ladder.Count > 0)
                AtomicFile.WriteText(page, LadderMarkdown.Page(File.Exists(page) ? File.ReadAllText(page) : "", ladder, RecordingMeasurer.Version));
            if (!quiet)
                Console.Write(string.Join('\n', parts.Select(p => p.Content)));
            if (ladder.Count > 0)
                Terminal.Say(LadderClimb.Summary(ladder));
            return missed || ladder.Any(r => r.Verdict == Verdict.Fail) ? ExitCode.SomeInputsFailed : ExitCode.Done;
        });
        return command;
    }

    private static RecoveryReport Recovered(int replicates, long seed)
    {
        using var interruption = new Interruption();
        using var progress = Terminal.Progress(Recover);
        return Recovery.Run(
            new RecoveryOptions
            {
                Replicates = replicates,
                Seed = seed,
                Progress = (_, done, all) => progress?.Report((double)done / all),
            }, interruption.Token);
    }

    private static (Contrast[] All, (string Name, string Content)[] Parts) Contrasted(string? data, string? figures)
    {
        if (data is null)
            throw new SettingException("contrasts need --data DIR; see 'isonomia validate --help'");
        var eyes = EyesStudy.Run(Path.Combine(data, "eegmmidb_S001"));
        var bonn = BonnStudy.Run(Path.Combine(data, "bonn"));
        if (figures is not null)
        {
            Directory.CreateDirectory(figures);
            AtomicFile.WriteText(Path.Combine(figures, "eyes.svg"), EyesFigure.Draw(eyes));
            AtomicFile.WriteText(Path.Combine(figures, "bonn.svg"), BonnFigure.Draw(bonn));
        }

        return ([.. eyes.Contrasts, .. bonn.Contrasts],
        [
            ("eyes", ContrastMarkdown.Eyes(eyes)), ("eyes-ranges", ContrastMarkdown.EyesRanges(eyes)), ("bonn", ContrastMarkdown.Bonn(bonn)),
            ("bonn-known", ContrastMarkdown.KnownMeans(bonn)),
        ]);
    }
}
