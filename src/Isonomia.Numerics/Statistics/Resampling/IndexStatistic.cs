namespace Isonomia.Numerics.Statistics.Resampling;

/// <summary>A statistic of the items at some indices (which may repeat) of data that the caller holds.</summary>
/// <param name="indices">Which items, in the order in which they follow each other.</param>
public delegate double IndexStatistic(ReadOnlySpan<int> indices);
