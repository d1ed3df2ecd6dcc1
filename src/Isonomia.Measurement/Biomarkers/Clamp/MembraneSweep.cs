namespace Isonomia.Measurement.Biomarkers.Clamp;

/// <summary>The mean of a clamped channel's trials.</summary>
public sealed class MembraneSweep
{
    internal MembraneSweep(double[] mean, double[]? error, int trials, string? why) =>
        (Mean, Error, Trials, Why) = (mean, error, trials, why);

    /// <summary>The mean, in the channel's unit.</summary>
    internal double[] Mean { get; }

    /// <summary>Its standard error; null for a single trial.</summary>
    internal double[]? Error { get; }

    internal int Trials { get; }

    internal string? Why { get; }
}
