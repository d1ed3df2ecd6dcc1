using System.Runtime.CompilerServices;

namespace Isonomia.Numerics.Spectra.Kernels;

/// <summary>Complex roots of unity, each correct to about half a unit in the last place.</summary>
internal static class Roots
{
    /// <summary>
    /// Cosine and sine of 2 pi k/n, k from 0 to n - 1. The angle is folded, in integers, into an eighth of a turn.
    /// </summary>
    public static (double Cos, double Sin) Of(long k, long n)
    {
        if (2 * k > n)
        {
            var (c, s) = Of(n - k, n);
            return (c, -s);
        }

        if (4 * k > n)
        {
            // pi - angle
            var (c, s) = FirstQuarter(n - (2 * k), 2 * n);
            return (-c, s);
        }

        return FirstQuarter(k, n);
    }

    private static (double Cos, double Sin) FirstQuarter(long k, long n)
    {
        if (8 * k > n)
        {
            // pi/2 - angle
            var (s, c) = Math.SinCos(2 * Math.PI * (n - (4 * k)) / (4 * n));
            return (s, c);
        }

        var (sin, cos) = Math.SinCos(2 * Math.PI * k / n);
        return (cos, sin);
    }

    /// <summary>(cos, sin) of 2 pi k/n for k = 0..n-1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double[] Circle(int n)
    {
        var circle = new double[2 * n];
        for (var k = 0; k <= n / 2; k++)
        {
            var (cos, sin) = Of(k, n);
            circle[2 * k] = cos;
            circle[(2 * k) + 1] = sin;
            if (k == 0 || 2 * k == n)
                continue;
            circle[2 * (n - k)] = cos;
            circle[(2 * (n - k)) + 1] = -sin;
        }

        return circle;
    }

    /// <summary>Cosines and sines of 2 pi k/n for k = 0, 1, ...</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Arc(int n, Span<double> cosines, Span<double> sines)
    {
        for (var k = 0; k < cosines.Length; k++)
            (cosines[k], sines[k]) = Of(k, n);
    }
}
