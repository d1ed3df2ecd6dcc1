using System.Globalization;
using Isonomia.Inference.Locating;
using Isonomia.Reporting.Restoring;

namespace Isonomia.Cli;

/// <summary>What was found of a virtual individual, beside what is true of it.</summary>
internal static class DemoComparison
{
    public static void Print(TextWriter output, LocatedChannel channel, RestorationContent content, KnownTruth truth)
    {
        var table = new TextTable($"located by {channel.Channel.Name}", "truth", "found", "90 % interval");
        foreach (var (name, unit, value, found) in truth.Located)
        {
            table.Add(unit.Length > 0 ? $"{name}, {unit}" : name, Text(value), Text(found.Median),
                $"{Text(found.Q05)} to {Text(found.Q95)}");
        }

        table.Print(output);
        output.WriteLine(content.Verdict);
        output.WriteLine();
        if (content.Result.NeedsRestoring)
        {
            var plans = new TextTable("way back", "distance to health", "truly");
            foreach (var (plan, stated, value) in truth.Restored.Take(6))
                plans.Add(plan, Text(stated), Text(value));
            plans.Print(output);
        }

        var (inside, all) = truth.Covered;
        output.WriteLine($"The truth: {truth.Hidden} {inside} of {all} true values lie within their 90 % intervals.");
        if (content.Result.NeedsRestoring)
            output.WriteLine(truth.First);
    }

    private static string Text(double value) => value.ToString("G4", CultureInfo.InvariantCulture);
}
