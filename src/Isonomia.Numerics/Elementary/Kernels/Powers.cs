using System.Runtime.CompilerServices;
using Isonomia.Numerics.Elementary.Kernels.Lanes;

namespace Isonomia.Numerics.Elementary.Kernels;

/// <summary>
/// x^y. Of floats |x|^y = 2^(y log2 |x|) in doubles, log2 by log's reduction and a minimax polynomial to 2^-45, the
/// power of two to 2^-34, rounded to float at the end; cost 32 operations and a division a double. Of doubles
/// e^(y log |x|) with the logarithm to twice the precision, 2 atanh s = 2 s + s^3 (2/3 + s^2 T(s^2)), T to 2^-72; cost
/// about 85 operations and a division. Both were fitted for this file. What is not a matter of magnitude (zeros,
/// infinities, negative bases) is put right where it occurs.
/// </summary>
internal static class Powers<V>
    where V : struct, ILanes<V>
{
    /// <summary>|x|^y of doubles that hold finite floats, x not zero, as a double within 2^-33.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V OfFloats(V x, V y)
    {
        Logarithms<V>.Split(true, V.Abs(x), out var k, out var f);
        var s = f / (V.Of(2) + f);
        var z = s * s;
        var p = V.Fma(V.Of(0.28290756756618876), z, V.Of(0.3199051340549922));
        p = V.Fma(p, z, V.Of(0.41220926749353004));
        p = V.Fma(p, z, V.Of(0.5770779421960327));
        p = V.Fma(p, z, V.Of(0.961796694114031));
        p = V.Fma(p, z, V.Of(2.8853900817778495));
        var exponent = V.AtMost(V.Of(200), V.AtLeast(V.Of(-200), y * V.Fma(s, p, k)));
        var shifted = exponent + Scaling<V>.Shifter;
        var r = exponent - (shifted - Scaling<V>.Shifter);
        p = V.Fma(V.Of(1.5195978428884006e-05), r, V.Of(0.00015466764657329028));
        p = V.Fma(p, r, V.Of(0.0013333935826205547));
        p = V.Fma(p, r, V.Of(0.009618038100413059));
        p = V.Fma(p, r, V.Of(0.055504103650131795));
        p = V.Fma(p, r, V.Of(0.24022651066835607));
        p = V.Fma(p, r, V.Of(0.6931471807048226));
        return V.Fma(p, r, V.Of(1)) * Scaling<V>.PowerOfTwo(shifted);
    }

    /// <summary>|x|^y of doubles, x neither zero nor infinite.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V OfDoubles(V x, V y)
    {
        var a = V.Abs(x);
        var log = Log(Logarithms<V>.AllOrdinary(a), a, out var logLow);
        var product = Twofold<V>.Product(y, log, out var low);
        low = V.Fma(y, logLow, low);

        // Of a product that overflows, or of infinite y, the low part would be no number.
        low = V.Less(V.Abs(product), V.Of(800)) & low;
        return Exponentials<V>.Exp(V.AtMost(V.Of(800), V.AtLeast(V.Of(-800), product)), low);
    }

    /// <summary>
    /// x^y where its magnitude is given, as C99 (F.9.4.4) has it: zero and infinite bases, negative ones, and exponents
    /// or bases one and NaN.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V WithLimits(V x, V y, V magnitude)
    {
        var finite = V.AllLessOrEqual(V.Abs(y), V.Of(3.4028235e38f, double.MaxValue));
        return finite && Logarithms<V>.AllOrdinary(x) ? magnitude : AtLimits(x, y, magnitude);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static V AtLimits(V x, V y, V magnitude)
    {
        var (zero, one, infinity) = (V.Of(0), V.Of(1), V.Of(double.PositiveInfinity));
        var all = V.OfBits(-1, -1);
        var a = V.Abs(x);
        var nothing = V.Equal(a, zero);
        var grows = V.Less(zero, y) ^ nothing;
        var result = V.Select(nothing | V.Equal(a, infinity), grows & infinity, magnitude);
        result = V.Select(V.Equal(a, one), one, result);
        var whole = V.Equal(V.Floor(y), y);
        var half = V.Of(0.5) * y;
        var odd = whole & (V.Equal(V.Floor(half), half) ^ all);
        result = result | (odd & x & Scaling<V>.SignBit);
        var undefined = V.Less(x, zero) & V.Less(a, infinity) & (whole ^ all);
        var numbers = V.Equal(x, x) & V.Equal(y, y) & (undefined ^ all);
        result = V.Select(numbers, result, V.Of(double.NaN));
        return V.Select(V.Equal(y, zero) | V.Equal(x, one), one, result);
    }

    /// <summary>log x as a sum of two, to about 2^-66.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Log(bool ordinary, V x, out V low)
    {
        Logarithms<V>.Split(ordinary, x, out var k, out var f);

        // s = f/(2 + f).
        var divisor = Twofold<V>.Sum(V.Of(2), f, out var divisorLow);
        var inverse = V.Of(1) / divisor;
        var s = f * inverse;
        var sLow = (V.Fma(-s, divisor, f) - (s * divisorLow)) * inverse;
        var z = Twofold<V>.Product(s, s, out var zLow);
        zLow = V.Fma(s + s, sLow, zLow);

        var p = V.Fma(V.Of(0.11981601316571136), z, V.Of(0.11675798818971626));
        p = V.Fma(p, z, V.Of(0.1333626362597265));
        p = V.Fma(p, z, V.Of(0.15384558450271982));
        p = V.Fma(p, z, V.Of(0.18181818843699674));
        p = V.Fma(p, z, V.Of(0.22222222217791762));
        p = V.Fma(p, z, V.Of(0.28571428571443835));
        p = V.Fma(p, z, V.Of(0.3999999999999998));

        // 2/3 + z T(z), times z, times s.
        var u = Twofold<V>.Sum(V.Of(0.6666666666666666), z * p, out var uLow);
        uLow = uLow + V.Of(3.700743415417188e-17);
        var w = Twofold<V>.Product(z, u, out var wLow);
        wLow = V.Fma(z, uLow, V.Fma(zLow, u, wLow));
        var v = Twofold<V>.Product(s, w, out var vLow);
        vLow = V.Fma(s, wLow, V.Fma(sLow, w, vLow));

        var high = Twofold<V>.Sum(k * V.Of(0.6931471805601177), s + s, out var first);
        high = Twofold<V>.Sum(high, v, out var second);
        var rest = V.Fma(k, V.Of(-1.7239444525614835e-13), first + second) + (vLow + (sLow + sLow));
        return Twofold<V>.Sum(high, rest, out low);
    }
}
