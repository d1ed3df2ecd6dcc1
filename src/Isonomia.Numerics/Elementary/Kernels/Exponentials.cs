using System.Runtime.CompilerServices;
using Isonomia.Numerics.Elementary.Kernels.Lanes;

namespace Isonomia.Numerics.Elementary.Kernels;

/// <summary>
/// exp and its kin. x = n ln 2 + r with |r| at most (ln 2)/2 and e^r - 1 = r + r^2 P(r), P minimax (fitted for this
/// file, relative error of e^r - 1 about 2^-31 and 2^-61). n ln 2 is subtracted in two parts, of which the first leaves
/// no rounding error. Cost of exp: 15 operations in floats, 20 in doubles.
/// </summary>
internal static class Exponentials<V>
    where V : struct, ILanes<V>
{
    /// <summary>Powers of two above this one are multiplied in at the very end, lest they overflow earlier.</summary>
    private const double GreatestEarlyPower = 64;

    private static V LessLn2
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => V.Of(-0.6931471825f, -0.6931471805599453);
    }

    private static V LessLn2Low
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => V.Of(1.904654212e-9f, -2.3190468138462996e-17);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Exp(V x)
    {
        var y = Reduced(V.AtMost(V.Of(89f, 710), V.AtLeast(V.Of(-104f, -746), x)), out var n);
        return Scaling<V>.Scale(y, n);
    }

    /// <summary>e^(x + low) of x between -800 and 800.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Exp(V x, V low)
    {
        var n = Nearest(x);
        var r = V.Fma(n, LessLn2, x) + V.Fma(n, LessLn2Low, low);
        return Scaling<V>.Scale(Growth(r), n);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Expm1(V x)
    {
        // Of zero, and of what is too small to have a square, the sum below loses the sign: restored at the end.
        ExpMinusOne(V.AtMost(V.Of(89f, 710), V.AtLeast(V.Of(-30f, -40), x)), out var high, out var low, out var late);
        var y = Scaling<V>.Scale(high + low, late);
        return y | (x & Scaling<V>.SignBit);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Exprel(V x)
    {
        var below = V.AtMost(V.Of(100f, 720), x);
        if (V.IsSingle)
            return ShortExprel(x, below);
        ExpMinusOne(V.AtLeast(V.Of(-30f, -40), below), out var high, out var low, out var late);
        var y = Scaling<V>.Scale(Twofold<V>.Quotient(high, low, below, V.Of(0)), late);
        y = V.Select(V.Less(V.Abs(x), V.Of(2.98023224e-8f, 5.5511151231257827e-17)), V.Of(1), y);
        return V.Select(V.Equal(x, V.Of(double.NegativeInfinity)), V.Of(0), y);
    }

    /// <summary>
    /// Of floats, whose users round each step anyway, in single precision throughout: 2^n (e^r - 1) + (2^n - 1) cancels
    /// at most half of its digits' worth, where n is one. Half the operations of the exact sum, which cells with gates
    /// spend most of their time on.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V ShortExprel(V x, V below)
    {
        var z = V.AtLeast(V.Of(-30), below);
        var n = Nearest(z);
        var r = V.Fma(n, LessLn2Low, V.Fma(n, LessLn2, z));
        var early = V.AtMost(V.Of(GreatestEarlyPower), n);
        var s = Scaling<V>.PowerOfTwo(early + Scaling<V>.Shifter);
        var sum = V.Fma(s, V.Fma(r * r, Tail(r), r), s - V.Of(1));
        var y = sum / below * Scaling<V>.PowerOfTwo((n - early) + Scaling<V>.Shifter);
        return V.Select(V.Equal(x, V.Of(0)), V.Of(1), y);
    }

    /// <summary>tanh |x| = -E/(2 + E) with E = exp(-2 |x|) - 1, every term to twice the precision.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Tanh(V x)
    {
        var size = V.Abs(x);
        ExpMinusOne(V.AtLeast(V.Of(-30f, -40), -(size + size)), out var high, out var low, out _);
        var divisor = V.Of(2) + high;
        var y = Twofold<V>.Quotient(high, low, divisor, (V.Of(2) - divisor) + high + low);
        return Scaling<V>.WithSign(V.Abs(y), x);
    }

    /// <summary>sinh |x| = (E + E/(E + 1))/2 with E = exp |x| - 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Sinh(V x)
    {
        ExpMinusOne(V.AtMost(V.Of(91f, 712), V.Abs(x)), out var high, out var low, out var late);
        var divisor = V.Of(1) + high;
        var y = V.Of(0.5) * (high + (low + Twofold<V>.Quotient(high, low, divisor, (V.Of(1) - divisor) + high + low)));
        return Scaling<V>.WithSign(Scaling<V>.Scale(y, late), x);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Cosh(V x)
    {
        var y = Reduced(V.AtMost(V.Of(91f, 712), V.Abs(x)), out var n);
        var early = V.AtMost(V.Of(GreatestEarlyPower), n);
        y = y * Scaling<V>.PowerOfTwo(early + Scaling<V>.Shifter);
        return Scaling<V>.Scale(V.Fma(V.Of(0.5), y, V.Of(0.5) / y), n - early);
    }

    /// <summary>e^x = y 2^n with y between sqrt(1/2) and sqrt 2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Reduced(V x, out V n)
    {
        n = Nearest(x);
        return Growth(V.Fma(n, LessLn2Low, V.Fma(n, LessLn2, x)));
    }

    /// <summary>e^r.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Growth(V r)
    {
        var p = V.IsSingle ? ShortTail(r) : Tail(r);
        p = V.Fma(p, r, V.Of(1));
        return V.Fma(p, r, V.Of(1));
    }

    /// <summary>
    /// e^x - 1 = (high + low) 2^late, low at most half a last place of high, to a few last places of low; late is zero
    /// for x below 44. For x between about -104 or -708, where high is just -1, and 2,000.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void ExpMinusOne(V x, out V high, out V low, out V late)
    {
        var n = Nearest(x);
        var r1 = V.Fma(n, LessLn2, x);
        var r = V.Fma(n, LessLn2Low, r1);
        var r2 = V.Fma(n, LessLn2Low, r1 - r);
        var early = V.AtMost(V.Of(GreatestEarlyPower), n);
        late = n - early;
        var s = Scaling<V>.PowerOfTwo(early + Scaling<V>.Shifter);
        var square = V.Fma(r * r, Tail(r), r2);

        // s - 1 as a sum of two; then s r, which is never greater, is added exactly to its first.
        var less = s - V.Of(1);
        var part = less - s;
        var lost = (s - (less - part)) - (V.Of(1) + part);
        var sum = V.Fma(s, r, less);
        var rest = V.Fma(s, r, less - sum) + V.Fma(s, square, lost);
        high = Twofold<V>.Sum(sum, rest, out low);
    }

    /// <summary>The whole number nearest to x / ln 2, or in a tie nearly so the other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Nearest(V x) =>
        V.Fma(x, V.Of(1.442695022f, 1.4426950408889634), Scaling<V>.Shifter) - Scaling<V>.Shifter;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V ShortTail(V r)
    {
        var p = V.Fma(V.Of(1.38220203e-3), r, V.Of(8.36885069e-3));
        p = V.Fma(p, r, V.Of(4.16682549e-2));
        p = V.Fma(p, r, V.Of(0.166665196));
        return V.Fma(p, r, V.Of(0.49999994));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Tail(V r)
    {
        V p;
        if (V.IsSingle)
        {
            p = V.Fma(V.Of(1.99584072e-4), r, V.Of(1.39334018e-3));
            p = V.Fma(p, r, V.Of(8.33319221e-3));
            p = V.Fma(p, r, V.Of(4.16664816e-2));
            p = V.Fma(p, r, V.Of(0.166666672));
            return V.Fma(p, r, V.Of(0.5));
        }

        p = V.Fma(V.Of(2.0919611906334504e-9), r, V.Of(2.5109333708526252e-8));
        p = V.Fma(p, r, V.Of(2.755725893483513e-7));
        p = V.Fma(p, r, V.Of(2.755724342177977e-6));
        p = V.Fma(p, r, V.Of(2.480158734082811e-5));
        p = V.Fma(p, r, V.Of(1.9841269886838284e-4));
        p = V.Fma(p, r, V.Of(1.3888888888877393e-3));
        p = V.Fma(p, r, V.Of(8.333333333321381e-3));
        p = V.Fma(p, r, V.Of(4.166666666666668e-2));
        p = V.Fma(p, r, V.Of(0.16666666666666677));
        return V.Fma(p, r, V.Of(0.5));
    }
}
