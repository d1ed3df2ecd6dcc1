using System.Runtime.CompilerServices;
using Isonomia.Numerics.Elementary.Kernels;
using Isonomia.Numerics.Elementary.Kernels.Lanes;

namespace Isonomia.Simulation.Compilation.Kernels;

/// <summary>
/// Standard normals from the probabilities of their tails, in single precision. With x = 1 - 2p and w = -log(4p(1 - p))
/// the quantile is x f(w) (the form of Giles, "Approximating the erfinv function", GPU Computing Gems 2, 2011); f is
/// minimax, fitted for this file: up to w = 6.25 in w to 7.4e-8, beyond (0.2 % of draws) in sqrt(w) to 3.7e-8 as far as
/// p = 2^-33, which is 6.3 standard deviations out. About 40 operations; the same bits at every width.
/// </summary>
internal static class NormalTail<V>
    where V : struct, ILanes<V>
{
    /// <summary>The normal beyond which p lies, on the side of p's sign: 0 &lt; |p| &lt;= 1/2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Of(V signed)
    {
        var sign = signed & Scaling<V>.SignBit;
        var p = V.Abs(signed);
        var w = -Logarithms<V>.Log(V.Of(4) * p * (V.Of(1) - p));
        var f = Centre(w - V.Of(3.125));
        if (!V.AllLessOrEqual(w, V.Of(6.25)))
            f = V.Select(V.Less(V.Of(6.25), w), Far(V.Sqrt(V.AtLeast(V.Of(0), w)) - V.Of(3.6)), f);
        return V.Fma(V.Of(-2), p, V.Of(1)) * f | sign;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Centre(V u)
    {
        var f = V.Fma(V.Of(-7.1557955e-09), u, V.Of(-1.234326e-08));
        f = V.Fma(f, u, V.Of(6.160147e-07));
        f = V.Fma(f, u, V.Of(-2.1541593e-06));
        f = V.Fma(f, u, V.Of(-1.9741852e-05));
        f = V.Fma(f, u, V.Of(0.00026481517));
        f = V.Fma(f, u, V.Of(-0.0010472283));
        f = V.Fma(f, u, V.Of(-0.0085337525));
        f = V.Fma(f, u, V.Of(0.33963475));
        return V.Fma(f, u, V.Of(2.338621));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Far(V u)
    {
        var f = V.Fma(V.Of(5.092839e-05), u, V.Of(-0.00024705273));
        f = V.Fma(f, u, V.Of(0.00048051222));
        f = V.Fma(f, u, V.Of(-0.0006560072));
        f = V.Fma(f, u, V.Of(0.0011128781));
        f = V.Fma(f, u, V.Of(-0.0023833776));
        f = V.Fma(f, u, V.Of(0.0038490302));
        f = V.Fma(f, u, V.Of(1.4254797));
        return V.Fma(f, u, V.Of(4.859596));
    }
}
