using Isonomia.Numerics.Statistics;

namespace Isonomia.Measurement.Cohorts;

/// <summary>Two of several groups, compared.</summary>
/// <param name="Direction">Which less which.</param>
/// <param name="Effect">Hedges' g.</param>
/// <param name="P">By rearranging participants of the two.</param>
/// <param name="Adjusted">The same, adjusted for the number of pairs (Holm).</param>
public sealed record PairComparison(string Direction, ConfidenceInterval Effect, double P, double Adjusted);
