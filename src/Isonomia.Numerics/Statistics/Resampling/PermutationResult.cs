namespace Isonomia.Numerics.Statistics.Resampling;

/// <summary>Outcome of a permutation test.</summary>
/// <param name="Statistic">The statistic of the data.</param>
/// <param name="P">(b + 1) / (m + 1), b of m rearrangements being at least as extreme: a valid p value, never 0
/// (Phipson and Smyth 2010, doi:10.2202/1544-6115.1585). NaN where the statistic is.</param>
public readonly record struct PermutationResult(double Statistic, double P);
