using System.CommandLine;
using System.Globalization;
using Isonomia.Measurement.Measuring;
using Isonomia.Measurement.Settings;
using Isonomia.Numerics.Files;
using Isonomia.Reporting.Restoring;
using Isonomia.Restoration.Catalogue;
using Isonomia.Restoration.Trials;

namespace Isonomia.Cli.Verbs;

/// <summary><c>isonomia trial</c>: a trial with parallel groups on virtual persons, and how large a real one would have to be.</summary>
internal static class TrialVerb
{
    public static Command Create()
    {
        var condition = new Option<string>("--condition")
        {
            HelpName = "NAME",
            Description = "who is treated: a condition of the catalogue, or of a file",
            Required = true,
        };
        var arms = new Option<string>("--arms")
        {
            HelpName = "a,b,...",
            Description = "what is given: sham, NAME at its typical dose, NAME:DOSE, or several joined by +",
            Required = true,
        };
        var persons = new Option<int>("--n")
        {
            HelpName = "N",
            Description = "persons an arm",
            DefaultValueFactory = _ => 30,
        };
        var endpoint = new Option<string>("--endpoint")
        {
            HelpName = "NAME",
            Description = "what is recorded before and after: " + string.Join(", ", VirtualTrial.Endpoints),
            DefaultValueFactory = _ => "exponent",
        };
        var seed = new Option<long>("--seed") { HelpName = "N", Description = "seed of persons and noise", DefaultValueFactory = _ => 1 };
        var output = new Option<string?>("--out") { HelpName = "DIR", Description = "write trial.html, trial.json and trial.tsv here" };
        var json = new Option<string?>("--json") { HelpName = "FILE", Description = "write the results as JSON (- for standard output)" };
        var command = new Command("trial", "Try interventions on virtual persons who differ in illness and response: effect sizes, "
            + "permutation tests, and the power of trials of other sizes.\n" + RestorationContent.Warning + "\n\nExamples:\n"
            + "  isonomia trial --condition nmda-hypofunction-ee --arms sham,memantine --n 30 --out trial\n"
            + "  isonomia trial --condition depression-heightened-inhibition --arms sham,ketamine:0.5,ssri --endpoint alpha_power")
        {
            condition, arms, persons, endpoint, seed, output, json,
        };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(persons) is < 2 or > 100_000)
                throw new SettingException($"--n {parsed.GetValue(persons)}: 2 to 100000 persons an arm were expected");
            var who = CatalogueLibrary.FindCondition(parsed.GetRequiredValue(condition));
            TrialArm[] given = [.. parsed.GetRequiredValue(arms)
                .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(a => TrialArm.Parse(a, who))];
            if (given.Length < 2)
                throw new SettingException($"--arms {parsed.GetValue(arms)}: at least two arms were expected, as in --arms sham,memantine");
            using var interruption = new Interruption();
            var result = new VirtualTrial(who, [.. given], parsed.GetRequiredValue(endpoint), parsed.GetValue(seed))
                .Run(parsed.GetValue(persons), interruption.Token);
            var content = new TrialContent(result,
            [
                ("version", RecordingMeasurer.Version), ("command", "isonomia " + string.Join(' ', parsed.Tokens.Select(t => t.Value))),
                ("seed", parsed.GetValue(seed).ToString(CultureInfo.InvariantCulture)),
            ]);
            Write(content, parsed.GetValue(output), parsed.GetValue(json));
            return ExitCode.Done;
        });
        return command;
    }

    private static void Write(TrialContent content, string? output, string? json)
    {
        if (json is not null)
            JsonOutput.Write(json, stream => TrialJson.Write(stream, content));
        if (output is not null)
        {
            Directory.CreateDirectory(output);
            AtomicFile.Write(Path.Combine(output, "trial.json"), stream => TrialJson.Write(stream, content));
            AtomicFile.Write(Path.Combine(output, "trial.tsv"), stream => TrialTsv.Write(stream, content));
            AtomicFile.Write(Path.Combine(output, "trial.html"), TrialReport.Compose(content).CopyTo);
            Terminal.Say($"report: {Path.Combine(output, "trial.html")}");
        }

        if (json != "-")
            Print(content);
    }

    private static void Print(TrialContent content)
    {
        var result = content.Result;
        Console.WriteLine(RestorationContent.Warning);
        Console.WriteLine();
        Console.WriteLine($"{result.Condition.Title}; endpoint: change of {result.Endpoint}");
        var table = new TextTable("given", "recorded", "change", "distance before", "after", "restored");
        for (var arm = 0; arm < result.Arms.Length; arm++)
        {
            var (before, after) = result.Distance(arm);
            table.Add(content.Words(arm), $"{result.Changes(arm).Length} of {result.Persons.Count(p => p.Arm == arm)}",
                Text(result.Changes(arm).DefaultIfEmpty(0).Average(), "0.0000"),
                Text(before, "0.00"), Text(after, "0.00"), Text(result.Restored(arm), "0.00"));
        }

        table.Print(Console.Out);
        if (result.Persons.Any(p => p.After is null))
            Console.WriteLine("who is not recorded after has lost the stable steady state; the endpoint is of the others");
        foreach (var c in result.Contrasts)
        {
            Console.WriteLine();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{content.Words(c.Arm)} against {content.Words(c.Against)}: g {c.Size.Estimate:0.00} ({c.Size.Lower:0.00} to {c.Size.Upper:0.00}), p {c.P:0.0000}"));
            Console.WriteLine("power: " + string.Join(", ", c.Power.Select(p => string.Create(
                CultureInfo.InvariantCulture, $"{p.Persons} an arm {p.Power:0.00}"))));
        }
    }

    private static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
