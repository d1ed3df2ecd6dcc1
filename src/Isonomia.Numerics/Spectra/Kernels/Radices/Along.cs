using System.Runtime.CompilerServices;
using Isonomia.Numerics.Spectra.Kernels.Lanes;

namespace Isonomia.Numerics.Spectra.Kernels.Radices;

/// <summary>Lanes are neighbours along the stride: outputs are contiguous and share their twiddles.</summary>
/// <param name="yr">Real part of output 0.</param>
/// <param name="yi">Imaginary part of output 0.</param>
/// <param name="stride">From one output to the next.</param>
/// <param name="twiddles">(cos, sin) for outputs 1, 2, ...</param>
internal readonly unsafe struct Along<TLanes>(double* yr, double* yi, long stride, double* twiddles) : IPlace<TLanes>
    where TLanes : unmanaged, ILanes<TLanes>
{
    private readonly double* yr = yr;
    private readonly double* yi = yi;
    private readonly long stride = stride;
    private readonly double* twiddles = twiddles;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ComplexLanes<TLanes> Twiddle(int j) => ComplexLanes<TLanes>.Broadcast(twiddles + (2 * (j - 1)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Put(int j, ComplexLanes<TLanes> output) => output.Store(yr + (j * stride), yi + (j * stride));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Put(ComplexLanes<TLanes> a, ComplexLanes<TLanes> b, ComplexLanes<TLanes> c, ComplexLanes<TLanes> d)
    {
        Put(0, a);
        Put(1, b);
        Put(2, c);
        Put(3, d);
    }
}
