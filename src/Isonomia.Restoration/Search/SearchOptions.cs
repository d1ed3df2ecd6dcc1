namespace Isonomia.Restoration.Search;

/// <summary>What a search for the way back is allowed.</summary>
public sealed record SearchOptions
{
    /// <summary>The most interventions given together, 1 to 3.</summary>
    public int Together { get; init; } = 2;

    /// <summary>The greatest burden of a plan.</summary>
    public double MostBurden { get; init; } = 1;

    /// <summary>The greatest probability of losing stability.</summary>
    public double MostUnstable { get; init; } = 0.01;

    /// <summary>Draws of person and effects.</summary>
    public int Draws { get; init; } = 256;

    /// <summary>Doses looked at, from a quarter of the typical one to the greatest.</summary>
    public int Doses { get; init; } = 5;

    /// <summary>The run's seed.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>Threads.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;
}
