namespace Isonomia.Numerics.Spectra.Kernels.Lanes;

/// <summary>
/// A vector of <see cref="Count"/> doubles. A kernel written over it is one text that runs at every width; because each
/// lane does the same additions and multiplications in the same order (no fused multiply-add), every width gives the
/// same bits, and the width of one is the plain scalar reference that tests compare with.
/// </summary>
internal unsafe interface ILanes<TSelf>
    where TSelf : struct, ILanes<TSelf>
{
    static abstract int Count { get; }

    static abstract TSelf Load(double* from);

    static abstract TSelf Broadcast(double value);

    void Store(double* to);

    /// <summary>Stores lane i at to[i stride].</summary>
    void StoreApart(double* to, int stride);

    /// <summary>Stores lane i of the four at to[4i], to[4i + 1], to[4i + 2], to[4i + 3].</summary>
    static abstract void StoreInterleaved(TSelf a, TSelf b, TSelf c, TSelf d, double* to);

    static abstract TSelf operator +(TSelf a, TSelf b);

    static abstract TSelf operator -(TSelf a, TSelf b);

    static abstract TSelf operator *(TSelf a, TSelf b);
}
