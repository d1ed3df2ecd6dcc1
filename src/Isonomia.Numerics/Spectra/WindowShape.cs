namespace Isonomia.Numerics.Spectra;

/// <summary>Families of windows.</summary>
public enum WindowShape
{
    /// <summary>All ones.</summary>
    Boxcar,

    /// <summary>Raised cosine.</summary>
    Hann,

    /// <summary>Raised cosine on a pedestal.</summary>
    Hamming,

    /// <summary>Three cosine terms.</summary>
    Blackman,

    /// <summary>Four cosine terms.</summary>
    BlackmanHarris,

    /// <summary>Kaiser's, with parameter beta.</summary>
    Kaiser,

    /// <summary>Flat with cosine flanks, with parameter alpha.</summary>
    Tukey,

    /// <summary>First Slepian sequence, with its time-half-bandwidth as parameter.</summary>
    Dpss,
}
