using System.Globalization;
using Isonomia.Reporting.Restoring;
using Isonomia.Restoration.Search;

namespace Isonomia.Cli.Restoring;

/// <summary>A restoration for the terminal.</summary>
internal static class RestorationSummary
{
    private const int MostShown = 12;

    public static void Print(TextWriter output, RestorationContent content)
    {
        output.WriteLine(RestorationContent.Warning);
        output.WriteLine();
        if (content.Condition is { } condition)
            output.WriteLine($"{condition.Title}: a hypothesis about {condition.Disorder}, evidence "
                + condition.Grounds.Evidence.ToString().ToLowerInvariant());
        else
            output.WriteLine($"{content.Recording}, channel {content.Channel}");
        output.WriteLine(content.Verdict);
        foreach (var caution in content.Cautions.Concat(content.FailedSignatures.Select(f => "fails its own check: " + f)))
            output.WriteLine("caution: " + caution);
        if (content.Result.Ranking.IsEmpty || !(content.Result.NeedsRestoring || content.Condition is not null))
            return;
        output.WriteLine();
        var table = new TextTable("interventions", "P(inside)", "distance", "margin 1/s", "burden", "evidence");
        foreach (var plan in content.Result.Ranking.Take(MostShown).Prepend(content.Result.Before))
        {
            table.Add(plan.Plan.ToString(), Text(plan.Outcome.Restored), Text(plan.Outcome.ExpectedDistance),
                plan.Margin is { } margin ? Text(margin) : "unstable", Text(plan.Plan.Burden),
                plan.Plan.Items.IsEmpty ? "" : plan.Evidence.ToString().ToLowerInvariant());
        }

        table.Print(output);
        Print(output, "The difference between the first two hangs on", content.Result.Sensitivity);
        Print(output, "Worth knowing before choosing", content.Result.Measurements);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{content.Result.Plans} plans in {content.Seconds:0.0} s; {Plan.Interaction}."));
    }

    private static void Print(TextWriter output, string title, IReadOnlyList<Influence> influences)
    {
        if (influences.Count > 0)
            output.WriteLine($"{title}: {string.Join(", ", influences.Take(3).Select(i => i.Of))}.");
    }

    private static string Text(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);
}
