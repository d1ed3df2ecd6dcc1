namespace Isonomia.Numerics.Spectra;

/// <summary>How to window for Welch's estimate.</summary>
/// <param name="SegmentLength">Samples in each window, at least 1.</param>
/// <param name="Overlap">Samples that neighbours share, fewer than SegmentLength.</param>
public sealed record WelchOptions(int SegmentLength, int Overlap)
{
    /// <summary>The taper; Hann by default.</summary>
    public WindowFunction Window { get; init; } = WindowFunction.Hann;

    /// <summary>What is taken from each window first; its mean by default.</summary>
    public Detrending Detrending { get; init; } = Detrending.Constant;

    /// <summary>Mean by default.</summary>
    public SegmentAveraging Averaging { get; init; } = SegmentAveraging.Mean;
}
