using System.Globalization;
using Isonomia.Reporting.Restoring;

namespace Isonomia.Cli.Restoring;

/// <summary>A restoration in a circuit for the terminal.</summary>
internal static class CircuitRestorationSummary
{
    public static void Print(TextWriter output, CircuitRestorationContent content)
    {
        var result = content.Result;
        output.WriteLine(RestorationContent.Warning);
        output.WriteLine();
        output.WriteLine($"{result.Condition.Title}, in {result.Circuit}: "
            + string.Join(", ", result.Displaced.Select(d => FormattableString.Invariant($"{d.Parameter} x{d.Factor:0.####}")))
            + $"; evidence {content.Evidence.ToString().ToLowerInvariant()}");
        output.WriteLine(content.Verdict);
        output.WriteLine();
        var table = new TextTable(["change", "trials inside", "distance", .. result.Task.Measures.Select(m => $"{m.Name} {m.Unit}".Trim())]);
        table.Add(["healthy", "", "", .. result.Health.Mean.Select(Text)]);
        foreach (var plan in result.Ranking.Prepend(result.Before))
        {
            table.Add([plan.ToString(), Text(plan.Restored), Text(plan.ExpectedDistance),
                .. result.Task.Measures.Select((_, i) => Text(plan.Measured.Average(t => t[i])))]);
        }

        table.Print(output);
        foreach (var (name, meaning) in result.Meanings.OrderBy(m => m.Key, StringComparer.Ordinal))
            output.WriteLine($"{name} {meaning}");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{result.Runs} runs in {content.Seconds:0} s."));
    }

    private static string Text(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);
}
