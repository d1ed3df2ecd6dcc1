using Isonomia.Numerics.Statistics;

namespace Isonomia.Measurement.Cohorts;

/// <summary>What a comparison found in one quantity.</summary>
/// <param name="Values">The values compared.</param>
/// <param name="Groups">Each group, or all together where there are none.</param>
/// <param name="Effect">The effect size in the means over places.</param>
/// <param name="P">Its p by rearranging participants; NaN where values are too few.</param>
/// <param name="LeastP">The least p that so few participants can give.</param>
/// <param name="Detectable">The effect size found four times in five with so many; NaN where it is not known.</param>
public sealed record QuantityComparison(
    CohortValues Values, IReadOnlyList<GroupSummary> Groups, ConfidenceInterval Effect, double P, double LeastP, double Detectable)
{
    /// <summary>The false discovery rate over all quantities compared at which this one is a finding.</summary>
    public double Q { get; init; } = double.NaN;

    /// <summary>The groups two by two, where there are more than two.</summary>
    public IReadOnlyList<PairComparison> Pairs { get; init; } = [];

    /// <summary>The effect size at each place; empty where there is one place.</summary>
    public IReadOnlyList<ConfidenceInterval> PlaceEffects { get; init; } = [];

    /// <summary>The tests at each place; null where there is one place.</summary>
    public ContrastTest? PlaceTest { get; init; }

    /// <summary>Participants with a value.</summary>
    public int Count => Groups.Sum(g => g.Count);
}
