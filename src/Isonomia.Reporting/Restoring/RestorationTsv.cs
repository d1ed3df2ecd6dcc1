using System.Globalization;
using System.Text;
using Isonomia.Restoration.Search;

namespace Isonomia.Reporting.Restoring;

/// <summary>The ranking as a table: one row a plan.</summary>
public static class RestorationTsv
{
    /// <summary>Writes UTF-8 with a heading.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="content">What was found.</param>
    public static void Write(Stream stream, RestorationContent content)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(content);
        using var text = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        text.WriteLine("rank\tinterventions\tp_restored\texpected_distance\tdistance_before\tstability_margin\tp_unstable\t"
            + "burden\tevidence");
        var rank = 0;
        foreach (var plan in content.Result.Ranking.Prepend(content.Result.Before))
        {
            text.WriteLine(string.Join('\t', rank.ToString(CultureInfo.InvariantCulture), plan.Plan.ToString(),
                Number(plan.Outcome.Restored), Number(plan.Outcome.ExpectedDistance),
                Number(content.Result.Before.Outcome.ExpectedDistance), plan.Margin is { } m ? Number(m) : "n/a",
                Number(plan.Outcome.Unstable), Number(plan.Plan.Burden), plan.Evidence.ToString().ToLowerInvariant()));
            rank++;
        }
    }

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
