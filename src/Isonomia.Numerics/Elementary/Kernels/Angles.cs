using System.Runtime.CompilerServices;
using Isonomia.Numerics.Elementary.Kernels.Lanes;

namespace Isonomia.Numerics.Elementary.Kernels;

/// <summary>
/// sin, cos and tan. x = n pi/2 + r with |r| at most pi/4 (and r a sum of two); sin r = r + r^3 S(r^2), cos r = 1 -
/// r^2/2 + r^4 C(r^2), S and C minimax (fitted for this file; 2^-28 and 2^-33 in floats, 2^-58 and 2^-64 in doubles).
/// pi/2 is taken in three parts, of which n times the first leaves no error, up to 10^5 in floats and 10^6 in doubles;
/// greater items go one by one through <see cref="GreatAngle"/>. Cost of sin: 36 operations in floats, 46 in doubles.
/// </summary>
internal static class Angles<V>
    where V : struct, ILanes<V>
{
    private static V Greatest
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => V.Of(1e5f, 1e6);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Sin(V x)
    {
        var shifted = Reduce(x, out var r, out var low);
        // Zero would lose its sign in the sums.
        return V.Select(V.Equal(x, V.Of(0)), x, InQuadrant(shifted, r, low));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Cos(V x)
    {
        var shifted = Reduce(x, out var r, out var low);
        return InQuadrant(V.AddBits(shifted, V.OfBits(1, 1)), r, low);
    }

    /// <summary>sin r/cos r, or in odd quadrants -cos r/sin r.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Tan(V x)
    {
        var shifted = Reduce(x, out var r, out var low);
        var cosine = Cosine(r, low, out var cosineLow);
        var sine = Twofold<V>.Sum(r, SineLow(r, low * cosine), out var sineLow);
        cosine = Twofold<V>.Sum(cosine, cosineLow, out cosineLow);
        var odd = Odd(shifted);
        var y = Twofold<V>.Quotient(
            V.Select(odd, cosine, sine),
            V.Select(odd, cosineLow, sineLow),
            V.Select(odd, sine, cosine),
            V.Select(odd, sineLow, cosineLow));
        return V.Select(V.Equal(x, V.Of(0)), x, y ^ (odd & Scaling<V>.SignBit));
    }

    /// <summary>The sine of r + low + n pi/2, n in the last bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V InQuadrant(V shifted, V r, V low)
    {
        var cosine = Cosine(r, low, out var cosineLow);
        var odd = Odd(shifted);
        var y = V.Select(odd, cosine, r) + V.Select(odd, cosineLow, SineLow(r, low * cosine));
        return y ^ (V.ShiftBitsLeft(shifted, V.IsSingle ? 30 : 62) & Scaling<V>.SignBit);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Odd(V shifted) => V.EqualBits(shifted & V.OfBits(1, 1), V.OfBits(1, 1));

    /// <summary>Gives n plus the shifter, and x - n pi/2 as a sum of two.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Reduce(V x, out V r, out V low)
    {
        var shifted = V.Fma(x, V.Of(0.6366197467f, 0.6366197723675814), Scaling<V>.Shifter);
        var n = shifted - Scaling<V>.Shifter;
        var r1 = V.Fma(n, V.Of(-1.570796371f, -1.5707963267948966), x);
        var part = Twofold<V>.Product(n, V.Of(4.371138829e-8f, -6.123233995736766e-17), out var partLow);
        r = Twofold<V>.Sum(r1, part, out low);
        low = V.Fma(n, V.Of(1.71512451e-15f, 1.4973849048591698e-33), low + partLow);
        if (V.AllLessOrEqual(V.Abs(x), Greatest))
            return shifted;

        var great = ReduceGreat(x, shifted, r, low);
        (r, low) = (great.R, great.Low);
        return great.Shifted;
    }

    /// <summary>As given, but where x is great, infinite or NaN, lane by lane.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (V Shifted, V R, V Low) ReduceGreat(V x, V shifted, V r, V low)
    {
        for (var i = 0; i < V.Count; i++)
        {
            var item = V.Get(x, i);
            if (Math.Abs(item) <= V.Get(Greatest, i))
                continue;
            var high = GreatAngle.Reduce(item, out var rest, out var quadrant);
            var rounded = V.IsSingle ? (float)high : high;
            shifted = V.With(shifted, i, V.Get(Scaling<V>.Shifter, i) + quadrant);
            r = V.With(r, i, rounded);
            low = V.With(low, i, high - rounded + rest);
        }

        return (shifted, r, low);
    }

    /// <summary>sin r - r + low.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V SineLow(V r, V low)
    {
        var z = r * r;
        V p;
        if (V.IsSingle)
        {
            p = V.Fma(V.Of(-1.95186134e-4), z, V.Of(8.33219104e-3));
            p = V.Fma(p, z, V.Of(-0.166666552));
            return V.Fma(r * z, p, low);
        }

        p = V.Fma(V.Of(1.589691623610913e-10), z, V.Of(-2.5050760362021107e-8));
        p = V.Fma(p, z, V.Of(2.7557313707745695e-6));
        p = V.Fma(p, z, V.Of(-1.9841269829859722e-4));
        p = V.Fma(p, z, V.Of(8.333333333322491e-3));
        p = V.Fma(p, z, V.Of(-0.16666666666666632));
        return V.Fma(r * z, p, low);
    }

    /// <summary>cos (r + low), 1 - r^2/2 its high part.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Cosine(V r, V low, out V cosineLow)
    {
        var z = r * r;
        V p;
        if (V.IsSingle)
        {
            p = V.Fma(V.Of(2.44325602e-5), z, V.Of(-1.38873106e-3));
            p = V.Fma(p, z, V.Of(4.16666456e-2));
        }
        else
        {
            p = V.Fma(V.Of(-1.1358764974420968e-11), z, V.Of(2.0875705691231665e-9));
            p = V.Fma(p, z, V.Of(-2.755731421906858e-7));
            p = V.Fma(p, z, V.Of(2.4801587289008114e-5));
            p = V.Fma(p, z, V.Of(-1.3888888888873348e-3));
            p = V.Fma(p, z, V.Of(4.1666666666666595e-2));
        }

        var half = V.Of(-0.5) * r;
        var high = V.Fma(half, r, V.Of(1));
        cosineLow = V.Fma(z * z, p, V.Fma(-r, low, V.Fma(half, r, V.Of(1) - high)));
        return high;
    }
}
