using System.Collections.Immutable;
using Isonomia.Numerics.Statistics;

namespace Isonomia.Restoration.Trials;

/// <summary>Two arms held against each other.</summary>
/// <param name="Arm">The arm, by number.</param>
/// <param name="Against">The arm that it is held against.</param>
/// <param name="Difference">The difference of the mean changes of the endpoint.</param>
/// <param name="Size">Hedges' g of the changes, with its 95 % interval.</param>
/// <param name="P">By permuting persons over the two arms.</param>
/// <param name="Power">Persons an arm, and the share of trials of that size with p below 0.05.</param>
public sealed record TrialContrast(
    int Arm, int Against, double Difference, ConfidenceInterval Size, double P, ImmutableArray<(int Persons, double Power)> Power);
