using System.Globalization;
using Isonomia.Restoration.Catalogue;
using Isonomia.Restoration.Checks;

namespace Isonomia.Cli.Restoring;

/// <summary>Whether the catalogue does in its models what it must, and whether restoring finds what is known.</summary>
internal static class ConditionsCheck
{
    /// <summary>Checks and prints.</summary>
    /// <returns>Whether every signature shows.</returns>
    public static bool Run(bool full, int individuals, long seed, int threads)
    {
        var table = new TextTable("entry", "must show", "without", "with", "share", "");
        var all = true;
        foreach (var entry in CatalogueLibrary.All)
        {
            foreach (var check in FieldChecks.Of(entry))
            {
                all &= check.Holds;
                table.Add(entry.Name, $"{check.Signature.Biomarker} {check.Signature.Direction.ToString().ToLowerInvariant()}",
                    Text(check.Before), Text(check.After), check.Share.ToString("0%", CultureInfo.InvariantCulture),
                    check.Holds ? "holds" : "FAILS");
            }
        }

        table.Print(Console.Out);
        if (full)
            PrintKnownAnswers(individuals, seed, threads);
        return all;
    }

    private static void PrintKnownAnswers(int individuals, long seed, int threads)
    {
        using var interruption = new Interruption();
        var report = KnownAnswers.Run(individuals, seed, threads, interruption.Token);
        Console.WriteLine();
        var table = new TextTable("condition", "individuals", "first among best three", "by own response", "named",
            "named among best three", "stated", "came true");
        foreach (var answer in report.Answers)
        {
            var n = (double)answer.Individuals;
            table.Add(answer.Condition, Text(n), Text(answer.AmongBestThree / n), Text(answer.OwnResponse / n),
                Text(answer.Named), answer.Named == 0 ? "-" : Text(answer.NamedAmongBestThree / (double)answer.Named), Text(answer.Stated), Text(answer.Restored / n));
        }

        table.Print(Console.Out);
        Console.WriteLine();
        var reliability = new TextTable("stated probability", "statements", "came true");
        foreach (var (count, stated, came) in report.Reliability)
            reliability.Add(Text(stated), Text(count), Text(came));
        reliability.Print(Console.Out);
        Console.WriteLine($"first among the truly best three: {Text(report.NamedAmongBestThree)} where an intervention is named, "
            + $"{Text(report.AmongBestThree)} of all; by own response: "
            + $"{Text(report.OwnResponse)}; mean error of stated probabilities: {Text(report.CalibrationError)}");
    }

    private static string Text(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);
}
