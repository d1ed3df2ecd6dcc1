namespace Isonomia.Numerics.Statistics.Resampling;

/// <summary>A statistic that compares two samples.</summary>
/// <param name="first">The first sample.</param>
/// <param name="second">The second sample.</param>
public delegate double TwoSampleStatistic(ReadOnlySpan<double> first, ReadOnlySpan<double> second);
