using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Isonomia.Numerics.Spectra.Kernels;

/// <summary>
/// The self-sorting mixed-radix transform of Stockham (Cochran et al. 1967, Proc IEEE 55:1664): passes of radix 4, 2 and
/// small odd primes, each reading one buffer and writing another, with strides that grow from pass to pass so that all
/// but the first run along contiguous memory.
/// </summary>
internal sealed unsafe class Stockham : IFourier
{
    private readonly int n;
    private readonly int[] factors;
    private readonly double[] twiddles;
    private readonly double[][] roots;
    private readonly int widest;

    /// <summary>Computes the tables of one length.</summary>
    /// <param name="n">The length.</param>
    /// <param name="factors">Its radices, in the order of the passes.</param>
    /// <param name="widest">Lanes used at most; for tests. All widths give the same bits.</param>
    public Stockham(int n, int[] factors, int widest)
    {
        this.n = n;
        this.factors = factors;
        this.widest = widest;
        twiddles = Twiddles(n, factors);
        roots = [.. factors.Select(r => r is 2 or 4 ? [] : CircleOf(r))];
    }

    /// <summary>The widest vector that this machine has in hardware.</summary>
    public static int WidestHere =>
        Vector512.IsHardwareAccelerated ? 8 : Vector256.IsHardwareAccelerated ? 4 : Vector128.IsHardwareAccelerated ? 2 : 1;

    /// <summary>The radices of a length in a good order, or null where it has a prime factor that is too large.</summary>
    public static int[]? Factor(int n)
    {
        var odd = n;
        var twos = 0;
        for (; odd % 2 == 0; odd /= 2)
            twos++;
        List<int> odds = [];
        for (var p = 3; p <= RadixOdd.Largest; p += 2)
        {
            for (; odd % p == 0; odd /= p)
                odds.Add(p);
        }

        if (odd > 1)
            return null;
        // Strides must soon be multiples of a vector: fours first, a lone two last.
        var fours = Enumerable.Repeat(4, twos / 2);
        return [.. fours, .. odds.OrderDescending(), .. Enumerable.Repeat(2, twos % 2)];
    }

    public void Forward(Span<double> re, Span<double> im)
    {
        fixed (double* r = re, i = im)
            Forward(r, i);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Forward(double* re, double* im)
    {
        if (factors.Length == 0)
            return;
        // Buffers are set apart by odd numbers of cache lines, or equal strides would fight for the same cache sets.
        var length = (n + 7) & ~7;
        using var scratch = Scratch.Rent(4 * (length + 24));
        var ar = scratch.Start;
        var ai = ar + length + 24;
        var br = ai + length + 24;
        var bi = br + length + 24;

        var xr = re;
        var xi = im;
        fixed (double* tables = twiddles)
        {
            var w = tables;
            var s = 1;
            for (var pass = 0; pass < factors.Length; pass++)
            {
                var r = factors[pass];
                var m = n / (s * r);
                var last = pass == factors.Length - 1;
                var yr = last ? re : xr == ar ? br : ar;
                var yi = last ? im : xr == ar ? bi : ai;
                Pass(pass, xr, xi, yr, yi, m, s, w);
                w += 2 * (r - 1) * m;
                s *= r;
                xr = yr;
                xi = yi;
            }
        }
    }

    private static double[] Twiddles(int n, int[] factors)
    {
        var circle = CircleOf(n);
        var total = 0L;
        for (int i = 0, s = 1; i < factors.Length; s *= factors[i++])
            total += 2L * (factors[i] - 1) * (n / (s * factors[i]));
        var table = new double[total];
        var at = 0;
        for (int i = 0, s = 1; i < factors.Length; s *= factors[i++])
        {
            var m = n / (s * factors[i]);
            for (var p = 0; p < m; p++)
            {
                for (var j = 1; j < factors[i]; j++)
                {
                    var k = 2 * (int)((long)j * p * s);
                    table[at++] = circle[k];
                    table[at++] = -circle[k + 1];
                }
            }
        }

        return table;
    }

    private static double[] CircleOf(int n)
    {
        var circle = new double[2 * n];
        for (var k = 0; k <= n / 2; k++)
        {
            var (cos, sin) = Roots.Of(k, n);
            circle[2 * k] = cos;
            circle[(2 * k) + 1] = sin;
            if (k == 0)
                continue;
            circle[2 * (n - k)] = cos;
            circle[(2 * (n - k)) + 1] = 2 * k == n ? sin : -sin;
        }

        return circle;
    }

    private void Pass(int pass, double* xr, double* xi, double* yr, double* yi, int m, int s, double* w)
    {
        var lanes = Math.Min(s, widest);
        if (lanes >= 8)
            Pass<Lanes8>(pass, xr, xi, yr, yi, m, s, w);
        else if (lanes >= 4)
            Pass<Lanes4>(pass, xr, xi, yr, yi, m, s, w);
        else if (lanes >= 2)
            Pass<Lanes2>(pass, xr, xi, yr, yi, m, s, w);
        else
            Pass<Lanes1>(pass, xr, xi, yr, yi, m, s, w);
    }

    private void Pass<TLanes>(int pass, double* xr, double* xi, double* yr, double* yi, int m, int s, double* w)
        where TLanes : unmanaged, ILanes<TLanes>
    {
        switch (factors[pass])
        {
            case 2:
                Radix2.Pass<TLanes>(xr, xi, yr, yi, m, s, w);
                break;
            case 4:
                Radix4.Pass<TLanes>(xr, xi, yr, yi, m, s, w);
                break;
            default:
                fixed (double* circle = roots[pass])
                    RadixOdd.Pass<TLanes>(factors[pass], circle, xr, xi, yr, yi, m, s, w);
                break;
        }
    }
}
