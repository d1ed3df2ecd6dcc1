using System.Numerics;
using System.Runtime.CompilerServices;
using Isonomia.Numerics.Elementary.Kernels.Lanes;

namespace Isonomia.Numerics.Elementary.Kernels;

/// <summary>
/// Floored division as numpy has it (npy_divmod): the remainder has the divisor's sign. The floor n of a quotient below
/// a quarter of the precision's whole numbers is right or one too great, and x - n y, rounded once, tells. Greater
/// quotients, infinite and zero divisors go one by one through numpy's own steps. Cost: 8 operations and a division.
/// </summary>
internal static class Divisions<V>
    where V : struct, ILanes<V>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Mod(V x, V y)
    {
        var n = Floored(x, y, out var ordinary, out var rest);
        var wrong = Wrong(rest, y);
        rest = V.Select(wrong, rest + y, rest);
        rest = V.Select(V.Equal(rest, V.Of(0)), y & Scaling<V>.SignBit, rest);
        return ordinary ? rest : OneByOne(x, y, rest, remainder: true);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V FloorDivide(V x, V y)
    {
        var n = Floored(x, y, out var ordinary, out var rest);
        n = V.Select(Wrong(rest, y), n - V.Of(1), n);
        return ordinary ? n : OneByOne(x, y, n, remainder: false);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Sign(V x)
    {
        var y = V.Select(V.Equal(x, V.Of(0)), V.Of(0), Scaling<V>.WithSign(V.Of(1), x));
        return V.Select(V.Equal(x, x), y, x);
    }

    /// <summary>The floor of x/y or one more, and x less so many y, where all quotients are of moderate size.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Floored(V x, V y, out bool ordinary, out V rest)
    {
        var q = x / y;
        ordinary = V.AllLessOrEqual(V.Abs(q), GreatestQuotient) && V.AllLessOrEqual(V.Abs(y), GreatestNumber);
        var n = V.Floor(q);
        rest = V.Fma(-n, y, x);
        return n;
    }

    private static V GreatestQuotient
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => V.Of(4194304f, 2251799813685248);
    }

    private static V GreatestNumber
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => V.Of(float.MaxValue, double.MaxValue);
    }

    /// <summary>Where the remainder has the other sign than the divisor.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Wrong(V rest, V y) =>
        V.Select(V.Less(y, V.Of(0)), V.Less(V.Of(0), rest), V.Less(rest, V.Of(0)));

    /// <summary>The result as given, but where a quotient or a divisor is out of bounds.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static V OneByOne(V x, V y, V result, bool remainder)
    {
        var q = x / y;
        for (var i = 0; i < V.Count; i++)
        {
            var (a, b) = (V.Get(x, i), V.Get(y, i));
            if (Math.Abs(V.Get(q, i)) <= V.Get(GreatestQuotient, i) && Math.Abs(b) <= V.Get(GreatestNumber, i))
                continue;
            var item = remainder ? Remainder(a, b) : V.IsSingle ? Quotient((float)a, (float)b) : Quotient(a, b);
            result = V.With(result, i, item);
        }

        return result;
    }

    // Of floats the remainder is exact in doubles, and a sum rounded to double and then to float is rounded as if once.
    private static double Remainder(double x, double y)
    {
        var rest = x % y;
        if (rest == 0)
            return Math.CopySign(0, y);
        return y < 0 == rest < 0 ? rest : rest + y;
    }

    private static T Quotient<T>(T x, T y)
        where T : IFloatingPointIeee754<T>
    {
        if (y == T.Zero)
            return x / y;
        var rest = x % y;
        var q = (x - rest) / y;
        if (rest != T.Zero && y < T.Zero != rest < T.Zero)
            q -= T.One;
        if (q == T.Zero)
            return T.CopySign(T.Zero, x / y);
        var floor = T.Floor(q);
        return q - floor > T.CreateChecked(0.5) ? floor + T.One : floor;
    }
}
