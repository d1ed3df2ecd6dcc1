using System.Runtime.CompilerServices;
using Isonomia.Numerics.Spectra.Kernels.Lanes;

namespace Isonomia.Numerics.Spectra.Kernels.Radices;

/// <summary>
/// The first pass, where the stride is one: lanes are neighbouring transforms, each with twiddles of its own, and the
/// outputs of one transform lie side by side.
/// </summary>
/// <param name="yr">Real part of output 0 of lane 0.</param>
/// <param name="yi">Imaginary part of output 0 of lane 0.</param>
/// <param name="points">The radix.</param>
/// <param name="twiddles">Real part of the twiddle of output 1 of lane 0.</param>
/// <param name="row">From there to the imaginary part, and on to the real part of output 2.</param>
internal readonly unsafe struct Across<TLanes>(double* yr, double* yi, int points, double* twiddles, long row)
    : IPlace<TLanes>
    where TLanes : unmanaged, ILanes<TLanes>
{
    private readonly double* yr = yr;
    private readonly double* yi = yi;
    private readonly int points = points;
    private readonly double* twiddles = twiddles;
    private readonly long row = row;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ComplexLanes<TLanes> Twiddle(int j) =>
        ComplexLanes<TLanes>.Load(twiddles + (2 * (j - 1) * row), twiddles + (((2 * (j - 1)) + 1) * row));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Put(int j, ComplexLanes<TLanes> output) => output.StoreApart(yr + j, yi + j, points);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Put(ComplexLanes<TLanes> a, ComplexLanes<TLanes> b, ComplexLanes<TLanes> c, ComplexLanes<TLanes> d) =>
        ComplexLanes<TLanes>.StoreInterleaved(a, b, c, d, yr, yi);
}
