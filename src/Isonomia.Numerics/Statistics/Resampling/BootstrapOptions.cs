namespace Isonomia.Numerics.Statistics.Resampling;

/// <summary>How <see cref="Bootstrap"/> resamples.</summary>
public sealed record BootstrapOptions
{
    /// <summary>Resamples drawn.</summary>
    public int Replicates { get; init; } = 2000;

    /// <summary>Coverage asked for, between 0 and 1.</summary>
    public double Confidence { get; init; } = 0.95;

    /// <summary>How the interval is read off the replicates.</summary>
    public BootstrapMethod Method { get; init; } = BootstrapMethod.BiasCorrected;

    /// <summary>1 for independent items; more for a time series: items are drawn in runs of this length from
    /// anywhere in it (the moving-block bootstrap, Künsch 1989, doi:10.1214/aos/1176347265), which keeps the
    /// dependence within a run.</summary>
    public int BlockLength { get; init; } = 1;

    /// <summary>Seed. Replicate i depends on seed and i only, so two statistics of the same data with the same seed
    /// see the same resamples.</summary>
    public long Seed { get; init; }
}
