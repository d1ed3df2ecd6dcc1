namespace Isonomia.Numerics.Statistics.Resampling;

/// <summary>What a test is to find.</summary>
public enum Alternative
{
    /// <summary>A difference in either direction.</summary>
    TwoSided,

    /// <summary>A statistic larger than chance would give.</summary>
    Greater,

    /// <summary>A statistic smaller than chance would give.</summary>
    Less,
}
