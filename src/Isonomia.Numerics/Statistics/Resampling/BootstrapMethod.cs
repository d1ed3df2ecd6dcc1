namespace Isonomia.Numerics.Statistics.Resampling;

/// <summary>How an interval is read off bootstrap replicates.</summary>
public enum BootstrapMethod
{
    /// <summary>Bias-corrected and accelerated (Efron 1987, doi:10.1080/01621459.1987.10478410): second-order
    /// accurate; costs one more evaluation for each item (at most 500) for the acceleration.</summary>
    BiasCorrected,

    /// <summary>The percentiles of the replicates as they are.</summary>
    Percentile,
}
