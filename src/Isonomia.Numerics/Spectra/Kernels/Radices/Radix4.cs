using System.Runtime.CompilerServices;
using Isonomia.Numerics.Spectra.Kernels.Lanes;

namespace Isonomia.Numerics.Spectra.Kernels.Radices;

/// <summary>Four points: 34 operations.</summary>
internal readonly unsafe struct Radix4 : IRadix
{
    public int Points => 4;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Step<TLanes, TPlace>(double* xr, double* xi, long jump, TPlace place)
        where TLanes : unmanaged, ILanes<TLanes>
        where TPlace : struct, IPlace<TLanes>
    {
        var a = ComplexLanes<TLanes>.Load(xr, xi);
        var c = ComplexLanes<TLanes>.Load(xr + (2 * jump), xi + (2 * jump));
        var sumAc = a + c;
        var difAc = a - c;
        var b = ComplexLanes<TLanes>.Load(xr + jump, xi + jump);
        var d = ComplexLanes<TLanes>.Load(xr + (3 * jump), xi + (3 * jump));
        var sumBd = b + d;
        var difBd = b - d;
        place.Put(
            sumAc + sumBd,
            difAc.MinusI(difBd) * place.Twiddle(1),
            (sumAc - sumBd) * place.Twiddle(2),
            difAc.PlusI(difBd) * place.Twiddle(3));
    }
}
