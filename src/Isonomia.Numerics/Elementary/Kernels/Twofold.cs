using System.Runtime.CompilerServices;
using Isonomia.Numerics.Elementary.Kernels.Lanes;

namespace Isonomia.Numerics.Elementary.Kernels;

/// <summary>
/// Numbers to twice the precision, as sums of a high part and a low one of at most half its last place
/// (Dekker, Numerische Mathematik 18:224, 1971).
/// </summary>
internal static class Twofold<V>
    where V : struct, ILanes<V>
{
    /// <summary>a + b of |a| &gt;= |b|, or of an a with no bit below the last of b, without error.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Sum(V a, V b, out V low)
    {
        var high = a + b;
        low = (a - high) + b;
        return high;
    }

    /// <summary>a b without error.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Product(V a, V b, out V low)
    {
        var high = a * b;
        low = V.Fma(a, b, -high);
        return high;
    }

    /// <summary>(high + low) / (divisor + divisorLow), rounded once but for some hundredths of a last place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Quotient(V high, V low, V divisor, V divisorLow)
    {
        var inverse = V.Of(1) / divisor;
        var q = high * inverse;
        var rest = V.Fma(-q, divisor, high) + V.Fma(-q, divisorLow, low);
        return V.Fma(rest, inverse, q);
    }
}
