using Isonomia.Measurement.Settings;
using Isonomia.Reporting.Validation;
using Isonomia.Validation;
using Isonomia.Validation.Climbing;

namespace Isonomia.Cli;

/// <summary>Climbs rungs of the validation ladder and shows each as it is done.</summary>
internal static class LadderClimb
{
    /// <summary>What stands for all rungs.</summary>
    public const string All = "ladder";

    /// <summary>The rungs of those names, in the order of the ladder.</summary>
    /// <param name="asked">Names of rungs, or <see cref="All"/>.</param>
    /// <param name="others">Further names that are known, for the message.</param>
    /// <exception cref="SettingException">There is no such rung.</exception>
    public static Rung[] Find(IReadOnlyList<string> asked, IReadOnlyList<string> others)
    {
        string[] known = [All, .. others, .. Ladder.All.Select(r => r.Id)];
        var unknown = asked.Where(name => name != All && Ladder.Find(name) is null).ToArray();
        if (unknown.Length > 0)
        {
            throw new SettingException(string.Join(' ', unknown.Select(u =>
                $"there is no rung '{u}'{Suggestion.For(u, known)}")) + $" Known: {string.Join(", ", known)}");
        }

        return
        [
            .. Ladder.All.Where(r => asked.Contains(All) || asked.Contains(r.Id, StringComparer.OrdinalIgnoreCase)),
        ];
    }

    /// <summary>Climbs them. Tables go to <paramref name="output"/> rung by rung; null keeps quiet.</summary>
    public static IReadOnlyList<RungReport> Run(Rung[] rungs, Form form, long seed, int threads, TextWriter? output)
    {
        using var interruption = new Interruption();
        Terminal.ProgressBar? bar = null;
        var done = 0;
        try
        {
            return Ladder.Climb(rungs, new ClimbOptions
            {
                Form = form,
                Seed = seed,
                Threads = threads,
                Progress = (rung, share) => (bar ??= Terminal.Progress(Label(rung)))?.Report(share),
                Climbed = report =>
                {
                    bar?.Dispose();
                    bar = null;
                    done++;
                    if (output is not null)
                        Print(report, output);
                },
            }, interruption.Token);
        }
        finally
        {
            bar?.Dispose();
        }

        string Label(Rung rung) => $"{rung.Id} ({done + 1} of {rungs.Length})";
    }

    /// <summary>How many quantities passed, failed and were not run.</summary>
    public static string Summary(IReadOnlyList<RungReport> reports)
    {
        int Count(Verdict verdict) => reports.Sum(r => r.Outcomes.Count(o => o.Verdict == verdict));
        var rungs = reports.Count == 1 ? "1 rung" : $"{reports.Count} rungs";
        return $"{rungs}: {Count(Verdict.Pass)} passed, {Count(Verdict.Fail)} failed, {Count(Verdict.NotRun)} not run, "
            + $"{reports.Sum(r => r.Seconds):F1} s";
    }

    private static void Print(RungReport report, TextWriter output)
    {
        output.WriteLine($"{report.Rung.Id}  {report.Rung.Title}");
        output.WriteLine($"     {string.Join("; ", report.Rung.Papers)}");
        var table = new TextTable(
            "     quantity", "unit", "published", "known from", "ours", "accepted", "verdict");
        foreach (var outcome in report.Outcomes)
        {
            var quantity = outcome.Quantity;
            table.Add(
                "     " + quantity.Name, quantity.Unit, LadderWords.Published(quantity),
                LadderWords.Of(quantity.Origin), LadderWords.Ours(outcome.Finding), outcome.Accepted.Text,
                LadderWords.Of(outcome.Verdict));
        }

        table.Print(output);
        foreach (var group in report.Outcomes.Where(o => o.Why is not null).GroupBy(o => (o.Verdict, o.Why)))
        {
            output.WriteLine($"     {LadderWords.Of(group.Key.Verdict)}, {string.Join("; ",
                group.Select(o => o.Quantity.Name))}: {group.Key.Why}");
        }

        output.WriteLine($"     {LadderWords.Of(report.Verdict)} in {report.Seconds:F1} s");
        output.WriteLine();
    }
}
