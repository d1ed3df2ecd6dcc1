namespace Isonomia.Numerics.Statistics.Resampling;

/// <summary>A statistic of one sample.</summary>
/// <param name="sample">The sample.</param>
public delegate double SampleStatistic(ReadOnlySpan<double> sample);
