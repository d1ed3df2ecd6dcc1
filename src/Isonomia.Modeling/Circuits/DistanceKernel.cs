namespace Isonomia.Modeling.Circuits;

/// <summary>How connection probability or weight falls with distance d at width s.</summary>
public enum DistanceKernel
{
    /// <summary>exp(-d^2/(2 s^2)).</summary>
    Gaussian,

    /// <summary>exp(-d/s).</summary>
    Exponential,

    /// <summary>exp((cos(2 pi d/L) - 1)/s^2) on a ring of length L; s without a unit.</summary>
    VonMises,

    /// <summary>1 up to s.</summary>
    Box,
}
