namespace Isonomia.Numerics.Spectra.Kernels;

/// <summary>A way to carry out a forward transform of one length, in place; its tables are read only.</summary>
internal interface IFourier
{
    /// <summary>X_k = sum_j x_j exp(-2 pi i jk/n), unscaled.</summary>
    void Forward(Span<double> re, Span<double> im);
}
