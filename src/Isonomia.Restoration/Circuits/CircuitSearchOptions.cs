namespace Isonomia.Restoration.Circuits;

/// <summary>How long a search in a circuit may take.</summary>
public sealed record CircuitSearchOptions
{
    /// <summary>Places looked at for each parameter.</summary>
    public int Evaluations { get; init; } = 8;

    /// <summary>Trials at each place; what is found is judged by twice as many others.</summary>
    public int Trials { get; init; } = 2;

    /// <summary>The run's seed.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>Trials run side by side; the result does not depend on it.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;
}
