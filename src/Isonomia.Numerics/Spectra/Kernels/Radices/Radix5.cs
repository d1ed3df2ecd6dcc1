using System.Runtime.CompilerServices;
using Isonomia.Numerics.Spectra.Kernels.Lanes;

namespace Isonomia.Numerics.Spectra.Kernels.Radices;

/// <summary>Five points: 68 operations.</summary>
internal readonly unsafe struct Radix5 : IRadix
{
    private const double Sin72 = 0.95105651629515357212;
    private const double Sin144 = 0.58778525229247312917;

    /// <summary>Half of cos 72 - cos 144 degrees, the square root of 5 over 4; half their sum is -1/4.</summary>
    private const double HalfDifference = 0.55901699437494742410;

    public int Points => 5;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Step<TLanes, TPlace>(double* xr, double* xi, long jump, TPlace place)
        where TLanes : unmanaged, ILanes<TLanes>
        where TPlace : struct, IPlace<TLanes>
    {
        var a = ComplexLanes<TLanes>.Load(xr, xi);
        var b = ComplexLanes<TLanes>.Load(xr + jump, xi + jump);
        var e = ComplexLanes<TLanes>.Load(xr + (4 * jump), xi + (4 * jump));
        var sumBe = b + e;
        var difBe = b - e;
        var c = ComplexLanes<TLanes>.Load(xr + (2 * jump), xi + (2 * jump));
        var d = ComplexLanes<TLanes>.Load(xr + (3 * jump), xi + (3 * jump));
        var sumCd = c + d;
        var difCd = c - d;
        var sum = sumBe + sumCd;
        var centre = a - (sum * TLanes.Broadcast(0.25));
        var apart = (sumBe - sumCd) * TLanes.Broadcast(HalfDifference);
        var even = centre + apart;
        var odd = (difBe * TLanes.Broadcast(Sin72)) + (difCd * TLanes.Broadcast(Sin144));
        place.Put(0, a + sum);
        place.Put(1, even.MinusI(odd) * place.Twiddle(1));
        place.Put(4, even.PlusI(odd) * place.Twiddle(4));
        even = centre - apart;
        odd = (difBe * TLanes.Broadcast(Sin144)) - (difCd * TLanes.Broadcast(Sin72));
        place.Put(2, even.MinusI(odd) * place.Twiddle(2));
        place.Put(3, even.PlusI(odd) * place.Twiddle(3));
    }
}
