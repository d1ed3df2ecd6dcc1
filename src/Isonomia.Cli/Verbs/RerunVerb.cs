using System.CommandLine;
using Isonomia.Reporting.Runs;

namespace Isonomia.Cli.Verbs;

/// <summary><c>isonomia rerun</c>: repeats a run from what it left, and compares.</summary>
internal static class RerunVerb
{
    public static Command Create()
    {
        var folder = new Argument<string>("DIR") { Description = "the folder that 'isonomia simulate --out DIR' left" };
        var threads = new Option<int?>("--threads")
        {
            HelpName = "N",
            Description = "threads to use (the result does not depend on it)",
        };
        var command = new Command("rerun",
            "Repeat a run from its run.json alone, and compare spikes and probes byte for byte. "
            + "Exit code 1 where they differ.\n\nExample:\n  isonomia rerun wb") { folder, threads };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(folder), parsed.GetValue(threads)));
        return command;
    }

    private static int Run(string folder, int? threads)
    {
        var recorded = RecordedRun.Read(folder);
        if (recorded.Version != RunProvenance.Version)
            Terminal.Say($"the run was made by version {recorded.Version}; this is {RunProvenance.Version}");
        var place = Directory.CreateTempSubdirectory("isonomia-rerun-").FullName;
        try
        {
            List<string> arguments = [.. recorded.Restore(place), "--out", Path.Combine(place, "run")];
            if (threads is { } n)
                arguments.AddRange(["--threads", $"{n}"]);
            var simulate = SimulateVerb.Create(TextWriter.Null).Parse(arguments);
            if (simulate.Errors.Count > 0)
            {
                foreach (var error in simulate.Errors)
                    Terminal.Say($"{recorded.Path}: {error.Message}");
                return ExitCode.BadInput;
            }

            var code = simulate.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
            return code == ExitCode.Done ? Compare(folder, Path.Combine(place, "run")) : code;
        }
        finally
        {
            Directory.Delete(place, recursive: true);
        }
    }

    private static int Compare(string then, string now)
    {
        var comparison = RunComparison.Of(then, now);
        foreach (var line in comparison.Lines)
            Console.WriteLine(line);
        Console.WriteLine(comparison.Different == 0
            ? $"{comparison.Lines.Length} arrays, all the same"
            : $"{comparison.Lines.Length} arrays, {comparison.Different} of them different");
        return comparison.Different == 0 ? ExitCode.Done : ExitCode.SomeInputsFailed;
    }
}
