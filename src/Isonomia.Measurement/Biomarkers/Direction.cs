namespace Isonomia.Measurement.Biomarkers;

/// <summary>Which way a biomarker moves when excitation grows relative to inhibition.</summary>
public enum Direction
{
    /// <summary>It rises.</summary>
    Rises,

    /// <summary>It falls.</summary>
    Falls,

    /// <summary>It peaks at balance and falls on both sides.</summary>
    PeaksAtBalance,

    /// <summary>The literature does not agree, or it depends.</summary>
    Undecided,
}
