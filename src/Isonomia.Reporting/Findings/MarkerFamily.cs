namespace Isonomia.Reporting.Findings;

/// <summary>What kind of thing a number says: each has its table.</summary>
internal enum MarkerFamily
{
    /// <summary>From the power spectrum.</summary>
    Spectrum,

    /// <summary>From the course of a rhythm's amplitude.</summary>
    Dynamics,

    /// <summary>From how predictable the signal is.</summary>
    Complexity,

    /// <summary>Anything else.</summary>
    Other,
}
