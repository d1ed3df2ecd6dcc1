using Isonomia.Validation.Climbing;

namespace Isonomia.Reporting.Validation;

/// <summary>How the parts of a rung are said, the same on the terminal and in the documentation.</summary>
public static class LadderWords
{
    /// <summary>The published value; a dash where there is only a direction.</summary>
    public static string Published(RungQuantity quantity) => MarkdownText.Significant(quantity.Published, 6);

    /// <summary>What was found, with its standard error and what it is the mean of.</summary>
    public static string Ours(Finding? finding)
    {
        if (finding is null)
            return "–";
        if (finding.StandardError is not { } error)
            return MarkdownText.Significant(finding.Value, 5) + (finding.Count > 1 ? $" (n = {finding.Count})" : "");
        return $"{MarkdownText.Significant(finding.Value, 4)} ± {MarkdownText.Significant(error, 2)} "
            + $"(n = {finding.Count})";
    }

    /// <summary>Pass, FAIL or not run.</summary>
    public static string Of(Verdict verdict) => verdict switch
    {
        Verdict.Pass => "pass",
        Verdict.Fail => "FAIL",
        _ => "not run",
    };

    /// <summary>Where a published value is known from.</summary>
    public static string Of(Origin origin) => origin switch
    {
        Origin.Analytic => "analytic",
        Origin.Seen => "seen",
        Origin.Calculated => "calculated",
        _ => "memory",
    };

    /// <summary>A quantity with its unit.</summary>
    public static string Name(RungQuantity quantity) =>
        quantity.Unit == "1" ? quantity.Name : $"{quantity.Name} ({quantity.Unit})";
}
