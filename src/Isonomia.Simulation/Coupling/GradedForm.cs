namespace Isonomia.Simulation.Coupling;

/// <summary>How a graded sum over sources is computed. All forms give the same sums within rounding.</summary>
internal enum GradedForm
{
    /// <summary>Each to each with one weight: the sum of all sources, less the target's own share.</summary>
    Uniform,

    /// <summary>Each to each on a ring, with a weight of the distance only: a circular convolution.</summary>
    Ring,

    /// <summary>A full matrix.</summary>
    Dense,

    /// <summary>A list of sources for each target.</summary>
    Sparse,
}
