namespace Isonomia.Numerics.Spectra;

/// <summary>How the windows' periodograms are averaged.</summary>
public enum SegmentAveraging
{
    /// <summary>Their mean: least variance, but one artefact reaches all.</summary>
    Mean,

    /// <summary>Their median, divided by its bias for exponential variates: robust, twice the variance.</summary>
    Median,
}
