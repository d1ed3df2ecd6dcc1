using System.Runtime.CompilerServices;
using Isonomia.Numerics.Spectra.Kernels.Lanes;

namespace Isonomia.Numerics.Spectra.Kernels.Radices;

/// <summary>Two points: 10 operations.</summary>
internal readonly unsafe struct Radix2 : IRadix
{
    public int Points => 2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Step<TLanes, TPlace>(double* xr, double* xi, long jump, TPlace place)
        where TLanes : unmanaged, ILanes<TLanes>
        where TPlace : struct, IPlace<TLanes>
    {
        var a = ComplexLanes<TLanes>.Load(xr, xi);
        var b = ComplexLanes<TLanes>.Load(xr + jump, xi + jump);
        place.Put(0, a + b);
        place.Put(1, (a - b) * place.Twiddle(1));
    }
}
