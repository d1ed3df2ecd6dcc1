namespace Isonomia.Validation.Recovering;

/// <summary>How recovery is tried.</summary>
public sealed record RecoveryOptions
{
    /// <summary>How many signals of each kind.</summary>
    public int Replicates { get; init; } = 200;

    /// <summary>The seed they are made from.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>Told after each condition: its name, how many are done, and how many there are.</summary>
    public Action<string, int, int>? Progress { get; init; }
}
