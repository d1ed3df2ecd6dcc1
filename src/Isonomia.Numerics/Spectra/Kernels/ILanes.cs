namespace Isonomia.Numerics.Spectra.Kernels;

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

    static abstract TSelf operator +(TSelf a, TSelf b);

    static abstract TSelf operator -(TSelf a, TSelf b);

    static abstract TSelf operator *(TSelf a, TSelf b);
}
