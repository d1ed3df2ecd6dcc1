namespace Isonomia.Numerics.Spectra;

/// <summary>What is taken from each window before it is tapered.</summary>
public enum Detrending
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Its mean.</summary>
    Constant,

    /// <summary>Its least-squares line.</summary>
    Linear,
}
