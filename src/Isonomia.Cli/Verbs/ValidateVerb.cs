using System.CommandLine;
using Isonomia.Measurement.Formats;
using Isonomia.Measurement.Measuring;
using Isonomia.Measurement.Settings;
using Isonomia.Reporting.Validation;
using Isonomia.Validation;
using Isonomia.Validation.Contrasting;
using Isonomia.Validation.Recovering;

namespace Isonomia.Cli.Verbs;

/// <summary><c>isonomia validate</c>: known truth and published contrasts, reproduced.</summary>
internal static class ValidateVerb
{
    private const string Recover = "recovery";
    private const string Contrasts = "contrasts";

    public static Command Create()
    {
        var rungs = new Argument<string[]>("RUNG")
        {
            Description = "recovery: bias and coverage of every estimator on synthetic truth; contrasts: known contrasts on real "
                + "recordings (needs --data). Recovery unless given",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var replicates = new Option<int>("--n") { HelpName = "N", Description = "synthetic signals of each kind", DefaultValueFactory = _ => 200 };
        var seed = new Option<long>("--seed") { HelpName = "N", Description = "what they are made from", DefaultValueFactory = _ => 1 };
        var data = new Option<string?>("--data")
        {
            HelpName = "DIR", Description = "folder with eegmmidb_S001/ (PhysioNet EEGMMIDB, S001R01 and R02) and bonn/ (sets Z, O, N, F, S)",
        };
        var json = new Option<string?>("--json") { HelpName = "FILE", Description = "write recovery as JSON (- for standard output)" };
        var markdown = new Option<string?>("--markdown") { HelpName = "FILE", Description = "write recovery as a page of documentation" };
        var figures = new Option<string?>("--figures") { HelpName = "DIR", Description = "draw the contrasts as SVG here" };
        var command = new Command("validate", "Reproduce what is known: how well each estimator recovers synthetic truth, and contrasts "
            + "in real recordings.\n\nExamples:\n  isonomia validate recovery --n 50\n  isonomia validate contrasts --data recordings")
        {
            rungs, replicates, seed, data, json, markdown, figures,
        };
        command.SetAction(parsed =>
        {
            var asked = parsed.GetValue(rungs) is { Length: > 0 } named ? named : [Recover];
            if (asked.FirstOrDefault(r => r is not (Recover or Contrasts)) is { } unknown)
                throw new SettingException($"there is no rung '{unknown}'{Suggestion.For(unknown, [Recover, Contrasts])} Known: {Recover}, {Contrasts}");
            if (parsed.GetValue(replicates) < 2)
                throw new SettingException($"--n {parsed.GetValue(replicates)}: two or more was expected");
            if (asked.Contains(Recover))
                RunRecovery(parsed.GetValue(replicates), parsed.GetValue(seed), parsed.GetValue(json), parsed.GetValue(markdown));
            if (asked.Contains(Contrasts))
            {
                RunContrasts(parsed.GetValue(data) ?? throw new SettingException("contrasts need --data DIR; see 'isonomia validate --help'"),
                    parsed.GetValue(figures));
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static void RunRecovery(int replicates, long seed, string? json, string? markdown)
    {
        using var interruption = new Interruption();
        RecoveryReport report;
        using (var progress = Terminal.Progress(Recover))
        {
            report = Recovery.Run(
                new RecoveryOptions
                {
                    Replicates = replicates, Seed = seed, Progress = (_, done, all) => progress?.Report((double)done / all),
                }, interruption.Token);
        }

        if (json is not null)
            JsonOutput.Write(json, stream => ValidateJson.Write(stream, RecordingMeasurer.Version, report));
        if (markdown is not null)
            AtomicFile.WriteText(markdown, RecoveryMarkdown.Write(report));
        if (json != "-" && markdown is null)
            Console.Write(RecoveryMarkdown.Write(report));
    }

    private static void RunContrasts(string data, string? figures)
    {
        var eyes = EyesStudy.Run(Path.Combine(data, "eegmmidb_S001"));
        var bonn = BonnStudy.Run(Path.Combine(data, "bonn"));
        Console.WriteLine("Eyes closed against eyes open (EEGMMIDB S001)");
        Console.WriteLine();
        Console.WriteLine(ContrastMarkdown.Eyes(eyes));
        Console.WriteLine("Bonn: seizure against not");
        Console.WriteLine();
        Console.WriteLine(ContrastMarkdown.Bonn(bonn));
        Console.WriteLine(ContrastMarkdown.KnownMeans(bonn));
        if (figures is null)
            return;
        AtomicFile.WriteText(Path.Combine(figures, "eyes.svg"), EyesFigure.Draw(eyes));
        AtomicFile.WriteText(Path.Combine(figures, "bonn.svg"), BonnFigure.Draw(bonn));
    }
}
