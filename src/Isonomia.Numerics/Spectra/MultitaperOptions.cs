namespace Isonomia.Numerics.Spectra;

/// <summary>How to window and taper for the multitaper estimate.</summary>
/// <param name="SegmentLength">Samples in each window, at least 1.</param>
/// <param name="Overlap">Samples that neighbours share, fewer than SegmentLength.</param>
public sealed record MultitaperOptions(int SegmentLength, int Overlap)
{
    /// <summary>NW: half the bandwidth over which a spectrum is smoothed, in cycles a window; 4 by default.</summary>
    public double TimeHalfBandwidth { get; init; } = 4;

    /// <summary>The whole bandwidth in Hz; where given, it replaces <see cref="TimeHalfBandwidth"/>.</summary>
    public double? Bandwidth { get; init; }

    /// <summary>Tapers used; by default all of the first 2 NW that keep 90 % of their energy in the band.</summary>
    public int? Tapers { get; init; }

    /// <summary>What is taken from each window first; its mean by default.</summary>
    public Detrending Detrending { get; init; } = Detrending.Constant;

    /// <summary>Mean by default.</summary>
    public SegmentAveraging Averaging { get; init; } = SegmentAveraging.Mean;
}
