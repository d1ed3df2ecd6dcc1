using System.Runtime.CompilerServices;
using Isonomia.Numerics.Elementary.Kernels.Lanes;

namespace Isonomia.Numerics.Elementary.Kernels;

/// <summary>
/// arcsin, arccos and arctan. atan a = atan 1 + atan((a - 1)/(a + 1)) above tan(pi/8), pi/2 - atan(1/a) above its
/// inverse; asin a = pi/2 - 2 asin sqrt((1 - a)/2) above 1/2. What is left is t + t^3 P(t^2), P minimax (fitted for
/// this file; atan 2^-30 and 2^-59, asin 2^-31 and 2^-59). Cost: 25 to 45 operations, a division or a square root.
/// </summary>
internal static class InverseAngles<V>
    where V : struct, ILanes<V>
{
    private static V HalfPi
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => V.Of(1.570796371f, 1.5707963267948966);
    }

    private static V HalfPiLow
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => V.Of(-4.371138829e-8f, 6.123233995736766e-17);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Arctan(V x)
    {
        var a = V.Abs(x);
        var middle = V.Less(V.Of(0.41421356237309503), a);
        var far = V.Less(V.Of(2.4142135623730949), a);
        var less = Twofold<V>.Sum(V.Of(-1), a, out var lessLow);
        var more = Twofold<V>.Sum(V.Of(1), a, out var moreLow);
        var dividend = V.Select(far, V.Of(-1), V.Select(middle, less, a));
        var divisor = V.Select(far, a, V.Select(middle, more, V.Of(1)));
        var near = V.Select(far, V.Of(0), middle);
        var inverse = V.Of(1) / divisor;
        var t = dividend * inverse;
        var rest = V.Fma(-t, divisor, dividend) + V.Fma(-t, near & moreLow, near & lessLow);
        var tail = V.Fma(rest, inverse, ArctanTail(t));

        // Half a right angle or a whole one goes before.
        var turns = V.Select(far, V.Of(1), middle & V.Of(0.5));
        var high = Twofold<V>.Sum(turns * HalfPi, t, out var low);
        var y = high + (low + V.Fma(turns, HalfPiLow, tail));
        y = V.Select(V.Equal(a, V.Of(double.PositiveInfinity)), HalfPi, y);
        return Scaling<V>.WithSign(y, x);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Arcsin(V x)
    {
        var t = Reduced(x, out var tail, out var great);
        var outer = Twofold<V>.Sum(HalfPi, V.Of(-2) * t, out var low);
        outer = outer + V.Fma(V.Of(-2), tail, low + HalfPiLow);
        return Scaling<V>.WithSign(V.Select(great, outer, t + tail), x);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Arccos(V x)
    {
        var t = Reduced(x, out var tail, out var great);
        var sign = x & Scaling<V>.SignBit;

        // pi/2 - asin x, pi - 2 asin t of great negative x, 2 asin t of great positive x.
        var all = V.Select(great, V.Select(V.Less(x, V.Of(0)), V.Of(2), V.Of(0)), V.Of(1));
        var factor = V.Select(great, V.Of(2), V.Of(-1)) ^ sign;
        var high = Twofold<V>.Sum(all * HalfPi, factor * t, out var low);
        return high + V.Fma(factor, tail, V.Fma(all, HalfPiLow, low));
    }

    /// <summary>The t whose arcsine is t + tail: the size of x or, where that is great, the t above.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Reduced(V x, out V tail, out V great)
    {
        var a = V.Abs(x);
        great = V.Less(V.Of(0.5), a);
        var z = V.Select(great, V.Fma(V.Of(-0.5), a, V.Of(0.5)), a * a);
        var t = V.Select(great, V.Sqrt(z), a);
        tail = t * z * ArcsinTail(z);
        return t;
    }

    /// <summary>atan t - t.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V ArctanTail(V t)
    {
        var z = t * t;
        V p;
        if (V.IsSingle)
        {
            p = V.Fma(V.Of(-0.0609279387), z, V.Of(0.106001884));
            p = V.Fma(p, z, V.Of(-0.142445117));
            p = V.Fma(p, z, V.Of(0.199985325));
            p = V.Fma(p, z, V.Of(-0.333333164));
            return t * z * p;
        }

        p = V.Fma(V.Of(-0.01791817604831434), z, V.Of(0.03807446669985261));
        p = V.Fma(p, z, V.Of(-0.050396891283079684));
        p = V.Fma(p, z, V.Of(0.058479730424826015));
        p = V.Fma(p, z, V.Of(-0.06663115270449006));
        p = V.Fma(p, z, V.Of(0.07692061168462243));
        p = V.Fma(p, z, V.Of(-0.09090897808835106));
        p = V.Fma(p, z, V.Of(0.11111110785122981));
        p = V.Fma(p, z, V.Of(-0.14285714280226816));
        p = V.Fma(p, z, V.Of(0.1999999999995385));
        p = V.Fma(p, z, V.Of(-0.333333333333332));
        return t * z * p;
    }

    /// <summary>(asin t - t)/t^3 of z = t^2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V ArcsinTail(V z)
    {
        V p;
        if (V.IsSingle)
        {
            p = V.Fma(V.Of(0.0375903994), z, V.Of(0.0143808983));
            p = V.Fma(p, z, V.Of(0.0318246856));
            p = V.Fma(p, z, V.Of(0.0445146523));
            p = V.Fma(p, z, V.Of(0.0750051811));
            return V.Fma(p, z, V.Of(0.166666597));
        }

        p = V.Fma(V.Of(0.0326702596444403), z, V.Of(-0.021067657213397657));
        p = V.Fma(p, z, V.Of(0.021757461405644548));
        p = V.Fma(p, z, V.Of(0.0036851653482636295));
        p = V.Fma(p, z, V.Of(0.010786074388498811));
        p = V.Fma(p, z, V.Of(0.01139783530076035));
        p = V.Fma(p, z, V.Of(0.013980957245343697));
        p = V.Fma(p, z, V.Of(0.01735160015078661));
        p = V.Fma(p, z, V.Of(0.022372215675977466));
        p = V.Fma(p, z, V.Of(0.0303819426822514));
        p = V.Fma(p, z, V.Of(0.04464285717517088));
        p = V.Fma(p, z, V.Of(0.07499999999970178));
        return V.Fma(p, z, V.Of(0.16666666666666763));
    }
}
