using System.Runtime.CompilerServices;
using Isonomia.Numerics.Spectra.Kernels.Lanes;

namespace Isonomia.Numerics.Spectra.Kernels.Radices;

/// <summary>Three points: 28 operations.</summary>
internal readonly unsafe struct Radix3 : IRadix
{
    private const double Sin60 = 0.86602540378443864676;

    public int Points => 3;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Step<TLanes, TPlace>(double* xr, double* xi, long jump, TPlace place)
        where TLanes : unmanaged, ILanes<TLanes>
        where TPlace : struct, IPlace<TLanes>
    {
        var a = ComplexLanes<TLanes>.Load(xr, xi);
        var b = ComplexLanes<TLanes>.Load(xr + jump, xi + jump);
        var c = ComplexLanes<TLanes>.Load(xr + (2 * jump), xi + (2 * jump));
        var sum = b + c;
        var even = a - (sum * TLanes.Broadcast(0.5));
        var odd = (b - c) * TLanes.Broadcast(Sin60);
        place.Put(0, a + sum);
        place.Put(1, even.MinusI(odd) * place.Twiddle(1));
        place.Put(2, even.PlusI(odd) * place.Twiddle(2));
    }
}
