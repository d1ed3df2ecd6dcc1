using Isonomia.Measurement.Biomarkers;
using Isonomia.Measurement.Cohorts;
using Isonomia.Reporting.Findings;

namespace Isonomia.Reporting.Cohorts.Comparing;

/// <summary>What the report of a comparison shows.</summary>
/// <param name="Dataset">The data set's name.</param>
/// <param name="Comparison">What was found.</param>
/// <param name="Observations">What it was found in.</param>
/// <param name="Recordings">How many recordings the numbers come from.</param>
/// <param name="Failed">How many could not be measured.</param>
/// <param name="Command">The command line.</param>
public sealed record ComparisonContent(
    string Dataset, CohortComparison Comparison, CohortObservations Observations, int Recordings, int Failed, string Command)
{
    /// <summary>The quantities of which enough participants have values.</summary>
    internal IReadOnlyList<QuantityComparison> Compared { get; } =
        [.. Comparison.Quantities.Where(q => double.IsFinite(q.P) && double.IsFinite(q.Effect.Estimate))];

    /// <summary>How a quantity is called; its channels' type is told where there are several.</summary>
    internal string TitleOf(CohortQuantity quantity)
    {
        var types = Compared.Select(q => q.Values.Quantity.Type).Distinct(StringComparer.Ordinal).Count();
        return MarkerOf(quantity).Title + (types > 1 ? $" ({quantity.Type})" : "");
    }

    internal Marker MarkerOf(CohortQuantity quantity) => Observations.MarkerOf(quantity);

    internal static BiomarkerDefinition? DefinitionOf(CohortQuantity quantity) =>
        BiomarkerLibrary.Descriptions.FirstOrDefault(d => d.Name == quantity.Biomarker)?.Definition;
}
