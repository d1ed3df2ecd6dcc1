using Isonomia.Measurement.Together;

namespace Isonomia.Reporting.Findings;

/// <summary>How a quantity of a biomarker is shown.</summary>
/// <param name="Biomarker">The biomarker's name in the output.</param>
/// <param name="Quantity">The quantity's name in the output.</param>
/// <param name="Group">What stands over its columns.</param>
/// <param name="Label">What stands over the column; null where the part (a band) does.</param>
/// <param name="Family">The table it belongs to.</param>
internal sealed record MarkerKind(string Biomarker, string Quantity, string Group, string? Label, MarkerFamily Family)
{
    /// <summary>The value that favours neither excitation nor inhibition, where there is one.</summary>
    public double? Neutral => MainQuantities.NeutralOf(Biomarker, Quantity);

    /// <summary>Whether it is worth a map and a line in the summary, or only a column.</summary>
    public bool IsMain { get; init; } = true;

    /// <summary>How a sentence names it.</summary>
    public string InSentence { get; init; } = "";
}
