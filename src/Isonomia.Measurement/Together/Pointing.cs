namespace Isonomia.Measurement.Together;

/// <summary>Which way a marker points by itself.</summary>
public enum Pointing
{
    /// <summary>It was not measured, or has no neutral value: it says something only beside another recording.</summary>
    Nowhere,

    /// <summary>Channels lie on both sides of its neutral value, or too few have it.</summary>
    Undecided,

    /// <summary>To more excitation than balance.</summary>
    Excitation,

    /// <summary>To more inhibition than balance.</summary>
    Inhibition,
}
