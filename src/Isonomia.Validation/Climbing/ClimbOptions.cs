namespace Isonomia.Validation.Climbing;

/// <summary>How to climb.</summary>
public sealed record ClimbOptions
{
    /// <summary>Quick unless told otherwise.</summary>
    public Form Form { get; init; }

    /// <summary>What random numbers are made from.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>How many threads may be used; results do not depend on it.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Told of every rung how much of it is done, 0 to 1.</summary>
    public Action<Rung, double>? Progress { get; init; }

    /// <summary>Told of every rung when it is done.</summary>
    public Action<RungReport>? Climbed { get; init; }
}
