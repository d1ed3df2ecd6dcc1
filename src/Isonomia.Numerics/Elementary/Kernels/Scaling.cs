using System.Runtime.CompilerServices;
using Isonomia.Numerics.Elementary.Kernels.Lanes;

namespace Isonomia.Numerics.Elementary.Kernels;

/// <summary>
/// Powers of two and whole numbers by way of the bits. Adding <see cref="Shifter"/>, 1.5 times two to the number of
/// fraction bits, rounds to a whole number and leaves it in the lowest bits.
/// </summary>
internal static class Scaling<V>
    where V : struct, ILanes<V>
{
    public static int FractionBits
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => V.IsSingle ? 23 : 52;
    }

    public static V Shifter
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => V.Of(12582912f, 6755399441055744);
    }

    public static V SignBit
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => V.OfBits(int.MinValue, long.MinValue);
    }

    /// <summary>2^n, a normal number, of a whole n to which the shifter has been added.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V PowerOfTwo(V shifted) => V.AddBits(V.ShiftBitsLeft(shifted, FractionBits), V.Of(1));

    /// <summary>
    /// x 2^n for x around 1 or 2^64 and whole n, rounded once also where the result is subnormal: as the first of the
    /// two factors of 2^n leaves a normal number, only the second rounds, and both ways give the same bits.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Scale(V x, V n)
    {
        if (V.HasScale)
            return V.ScaleNative(x, n);
        var half = V.Fma(n, V.Of(0.5), Shifter);
        var rest = n - (half - Shifter);
        return x * PowerOfTwo(half) * PowerOfTwo(rest + Shifter);
    }

    /// <summary>Items with the signs of others, whose own signs are all plus.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V WithSign(V magnitude, V sign) => magnitude | (sign & SignBit);
}
