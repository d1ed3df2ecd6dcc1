namespace Isonomia.Inference.Tracking;

/// <summary>How a spectrum is followed through time.</summary>
public sealed record TrackOptions
{
    /// <summary>
    /// R-hat below which populations are held to agree in a window. Looser than for one long posterior, since populations
    /// are small: at 1.05 their disagreement adds a twentieth to the interval.
    /// </summary>
    public double GreatestRHat { get; init; } = 1.05;

    /// <summary>Particles of each of the four populations.</summary>
    public int Particles { get; init; } = 80;

    /// <summary>The run's seed.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>Threads; the result does not depend on them.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;
}
