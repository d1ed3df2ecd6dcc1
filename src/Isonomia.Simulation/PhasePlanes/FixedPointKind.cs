namespace Isonomia.Simulation.PhasePlanes;

/// <summary>What trajectories near a fixed point do, from the eigenvalues of the Jacobian there.</summary>
public enum FixedPointKind
{
    /// <summary>Both eigenvalues real and negative.</summary>
    StableNode,

    /// <summary>A complex pair with negative real part.</summary>
    StableFocus,

    /// <summary>One eigenvalue positive, one negative.</summary>
    Saddle,

    /// <summary>A complex pair with positive real part.</summary>
    UnstableFocus,

    /// <summary>Both eigenvalues real and positive.</summary>
    UnstableNode,

    /// <summary>A real part is zero within rounding: the linear part does not decide.</summary>
    Marginal,
}
