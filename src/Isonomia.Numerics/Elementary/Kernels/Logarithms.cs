using System.Runtime.CompilerServices;
using Isonomia.Numerics.Elementary.Kernels.Lanes;

namespace Isonomia.Numerics.Elementary.Kernels;

/// <summary>
/// log and its kin. x = 2^k (1 + f). In floats, with 1 + f between 11/16 and 11/8, log(1 + f) = f - f^2/2 +
/// f^3 P(f), P minimax to 2^-30. In doubles, with 1 + f between sqrt(1/2) and sqrt 2, log(1 + f) = f - (f^2/2 -
/// s (f^2/2 + R)), s = f/(2 + f), the form of Sun's fdlibm (e_log.c), R(s^2) minimax to 2^-58. Both were fitted for
/// this file. k ln 2, its first part exact, and f are added without error. Where any item is zero, subnormal, negative,
/// infinite or NaN, all take a few operations more, which leave the others as they are. Cost of log: about 30
/// operations in floats, 33 and a division in doubles.
/// </summary>
internal static class Logarithms<V>
    where V : struct, ILanes<V>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Log(V x)
    {
        var ordinary = AllOrdinary(x);
        Split(ordinary, x, out var k, out var f);
        var k1 = k * V.Of(0.693145752f, 0.6931471805601177);
        var high = Twofold<V>.Sum(k1, f, out var low);
        var y = high + (low + V.Fma(k, V.Of(1.428606765e-6f, -1.7239444525614835e-13), Bend(f)));
        return ordinary ? y : AtLimits(x, y);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Log10(V x)
    {
        var ordinary = AllOrdinary(x);
        Split(ordinary, x, out var k, out var f);
        var scale = V.Of(0.434294492f, 0.4342944819032518);
        var first = f * scale;
        var second = V.Fma(f, V.Of(-1.010304995e-8f, 1.098319650216765e-17), V.Fma(f, scale, -first));
        second = V.Fma(Bend(f), scale, second);
        var k1 = k * V.Of(0.3010253906f, 0.3010299956640665);
        var high = Twofold<V>.Sum(k1, first, out var low);
        var y = high + (low + V.Fma(k, V.Of(4.605039067e-6f, -8.532344317057107e-14), second));
        return ordinary ? y : AtLimits(x, y);
    }

    /// <summary>
    /// As the logarithm of u = 1 + x, but with f = x 2^-k + (2^-k - 1) from x itself, as a sum of two.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Log1p(V x)
    {
        var u = V.Of(1) + x;
        var ordinary = AllOrdinary(u);
        Split(true, u, out var k, out var plain);
        var s = Scaling<V>.PowerOfTwo(Scaling<V>.Shifter - k);
        var less = s - V.Of(1);
        var f = V.Fma(x, s, less);
        var lost = V.Fma(x, s, less - f);
        if (!ordinary)
        {
            // 2^-k of the greatest numbers would be subnormal; there, 1 + x is x.
            var great = V.Less(V.Of(1e30f, 1e300), x);
            f = V.Select(great, plain, f);
            lost = V.Select(great, V.Of(0), lost);
        }

        var k1 = k * V.Of(0.693145752f, 0.6931471805601177);
        var high = Twofold<V>.Sum(k1, f, out var low);
        var bend = Bend(f) + V.Fma(-lost, f, lost);
        var y = high + (low + V.Fma(k, V.Of(1.428606765e-6f, -1.7239444525614835e-13), bend));
        return (ordinary ? y : AtLimits(u, y)) | (x & Scaling<V>.SignBit);
    }

    /// <summary>Whether every item is positive, normal and below a quarter of the greatest power of two.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AllOrdinary(V x) => V.AllLessBits(
        V.AddBits(x, V.OfBits(0x7F800000, 0x7FF0000000000000)),
        V.OfBits(int.MinValue + 0x7E000000, long.MinValue + 0x7FC0000000000000));

    /// <summary>x = 2^k (1 + f) of positive finite numbers; subnormal ones only where not all are ordinary.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Split(bool ordinary, V x, out V k, out V f)
    {
        var bias = V.Of(8388608f + 127, 4503599627370496.0 + 1023);
        if (!ordinary)
        {
            var subnormal = V.Less(x, V.Of(1.17549435e-38f, 2.2250738585072014e-308));
            x = V.Select(subnormal, x * V.Of(16777216f, 18014398509481984), x);
            bias = V.Select(subnormal, bias + V.Of(24f, 54), bias);
        }

        var bits = V.AddBits(x, V.OfBits(0x3F800000 - 0x3F300000, 0x3FF0000000000000 - 0x3FE6A09E667F3BCD));
        k = (V.ShiftBitsRight(bits, Scaling<V>.FractionBits) | V.Of(8388608f, 4503599627370496)) - bias;
        var fraction = bits & V.OfBits(0x007FFFFF, 0x000FFFFFFFFFFFFF);
        f = V.AddBits(fraction, V.OfBits(0x3F300000, 0x3FE6A09E667F3BCD)) - V.Of(1);
    }

    /// <summary>The logarithms y of x, and those of what is no positive number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V AtLimits(V x, V y)
    {
        y = V.Select(V.Equal(x, V.Of(double.PositiveInfinity)), x, y);
        y = V.Select(V.Equal(x, V.Of(0)), V.Of(double.NegativeInfinity), y);
        y = V.Select(V.Less(x, V.Of(0)), V.Of(double.NaN), y);
        return V.Select(V.Equal(x, x), y, x);
    }

    /// <summary>log(1 + f) - f.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Bend(V f)
    {
        var half = V.Of(0.5) * f * f;
        V p;
        if (V.IsSingle)
        {
            p = V.Fma(V.Of(0.0908031762), f, V.Of(-0.12566179));
            p = V.Fma(p, f, V.Of(0.114373147));
            p = V.Fma(p, f, V.Of(-0.122442372));
            p = V.Fma(p, f, V.Of(0.142506763));
            p = V.Fma(p, f, V.Of(-0.166770935));
            p = V.Fma(p, f, V.Of(0.200011969));
            p = V.Fma(p, f, V.Of(-0.249998555));
            p = V.Fma(p, f, V.Of(0.333333224));
            return V.Fma(p, f * f * f, -half);
        }

        var s = f / (V.Of(2) + f);
        var z = s * s;
        p = V.Fma(V.Of(0.14795311346341664), z, V.Of(0.15314115857392105));
        p = V.Fma(p, z, V.Of(0.18183561708625337));
        p = V.Fma(p, z, V.Of(0.22222198624964704));
        p = V.Fma(p, z, V.Of(0.28571428741866606));
        p = V.Fma(p, z, V.Of(0.3999999999941712));
        p = V.Fma(p, z, V.Of(0.6666666666666734));
        return V.Fma(s, V.Fma(p, z, half), -half);
    }
}
