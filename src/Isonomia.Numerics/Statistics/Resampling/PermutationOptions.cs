namespace Isonomia.Numerics.Statistics.Resampling;

/// <summary>How <see cref="PermutationTest"/> draws.</summary>
public sealed record PermutationOptions
{
    /// <summary>Random rearrangements drawn.</summary>
    public int Permutations { get; init; } = 9999;

    /// <summary>What the test is to find. Two-sided compares sizes of the statistic, so it must be centred on 0
    /// where there is no difference.</summary>
    public Alternative Alternative { get; init; } = Alternative.TwoSided;

    /// <summary>Seed. Rearrangement i depends on seed and i only.</summary>
    public long Seed { get; init; }
}
