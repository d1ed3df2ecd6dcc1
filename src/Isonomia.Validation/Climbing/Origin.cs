namespace Isonomia.Validation.Climbing;

/// <summary>Where a published value is known from, and so how far it can be trusted when ours differs.</summary>
public enum Origin
{
    /// <summary>Follows from the equations on paper.</summary>
    Analytic,

    /// <summary>Read in the paper, its abstract or its authors' code.</summary>
    Seen,

    /// <summary>Computed by an independent implementation of the published equations and parameters.</summary>
    Calculated,

    /// <summary>Recalled, not read: a disagreement may be the memory's.</summary>
    Memory,
}
