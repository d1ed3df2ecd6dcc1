namespace Isonomia.Inference.Sampling;

/// <summary>How tempered sequential Monte Carlo runs.</summary>
public sealed record TemperedOptions
{
    /// <summary>Particles.</summary>
    public int Particles { get; init; } = 1000;

    /// <summary>Effective sample size, as a fraction of the particles, down to which one temperature step may go.</summary>
    public double LeastEffective { get; init; } = 0.5;

    /// <summary>Accepted moves that each particle makes on average at each temperature.</summary>
    public double Moves { get; init; } = 4;

    /// <summary>Most attempts for them.</summary>
    public int MostAttempts { get; init; } = 30;

    /// <summary>Deviation of the normals, over coordinates of order one, from which particles begin.</summary>
    public double Spread { get; init; } = 1.75;

    /// <summary>Which of several independent populations of the same seed this is.</summary>
    public int Population { get; init; }

    /// <summary>The run's seed.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>Threads; the result does not depend on them.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;
}
