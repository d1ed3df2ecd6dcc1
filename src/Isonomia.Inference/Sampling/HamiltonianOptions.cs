namespace Isonomia.Inference.Sampling;

/// <summary>How the no-U-turn sampler runs.</summary>
public sealed record HamiltonianOptions
{
    /// <summary>Chains.</summary>
    public int Chains { get; init; } = 4;

    /// <summary>Draws of each chain to adapt the step and the shape, dropped.</summary>
    public int WarmUp { get; init; } = 150;

    /// <summary>Acceptance that the step is adapted to.</summary>
    public double TargetAcceptance { get; init; } = 0.8;

    /// <summary>Trajectories double at most so often.</summary>
    public int MostDoublings { get; init; } = 8;

    /// <summary>Metropolis steps after each trajectory.</summary>
    public int Walk { get; init; } = 8;

    /// <summary>Leaps proposed after each trajectory.</summary>
    public int Leaps { get; init; } = 6;

    /// <summary>Most normals in the mixture that leaps are proposed from.</summary>
    public int Parts { get; init; } = 8;

    /// <summary>The run's seed.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>Threads; the result does not depend on them.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;
}
