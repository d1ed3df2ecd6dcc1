using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Isonomia.Numerics.Spectra.Kernels.Lanes;
using Isonomia.Numerics.Spectra.Kernels.Radices;

namespace Isonomia.Numerics.Spectra.Kernels;

/// <summary>
/// The self-sorting mixed-radix transform of Stockham (Cochran et al. 1967, Proc IEEE 55:1664): passes of radix 4, 2
/// and small odd primes, each reading one buffer and writing another, with strides that grow from pass to pass so that
/// all but the first run along contiguous memory.
/// </summary>
internal sealed unsafe class Stockham : IFourier
{
    private const int LongestOfTwoBuffers = 1 << 14;

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
        roots = [.. factors.Select(r => r <= 5 ? [] : Roots.Circle(r))];
    }

    /// <summary>The widest vector that this machine has in hardware.</summary>
    public static int WidestHere =>
        Vector512.IsHardwareAccelerated ? Lanes8.Count
        : Vector256.IsHardwareAccelerated ? Lanes4.Count
        : Vector128.IsHardwareAccelerated ? Lanes2.Count
        : Lanes1.Count;

    /// <summary>The radices of a length in a good order, or null where a prime factor is too large.</summary>
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
        // Short transforms go between two aligned buffers; long ones spare the cache the second.
        var apart = ((n + 7) & ~7) + 24;
        var isLong = n > LongestOfTwoBuffers;
        using var scratch = Scratch.Rent((isLong ? 2 : 4) * apart);
        var ar = scratch.Start;
        var ai = ar + apart;
        var br = isLong ? re : ai + apart;
        var bi = isLong ? im : br + apart;
        var xr = re;
        var xi = im;
        if (isLong && factors.Length % 2 == 1)
        {
            new Span<double>(re, n).CopyTo(new Span<double>(ar, n));
            new Span<double>(im, n).CopyTo(new Span<double>(ai, n));
            xr = ar;
            xi = ai;
        }

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

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double[] Twiddles(int n, int[] factors)
    {
        var circle = Roots.Circle(n);
        var total = 0L;
        for (int i = 0, s = 1; i < factors.Length; s *= factors[i++])
            total += 2L * (factors[i] - 1) * (n / (s * factors[i]));
        var table = new double[total];
        var at = 0L;
        for (int i = 0, s = 1; i < factors.Length; s *= factors[i++])
        {
            var m = n / (s * factors[i]);
            var outputs = factors[i] - 1;
            for (var p = 0; p < m; p++)
            {
                for (var j = 0; j < outputs; j++)
                {
                    var k = 2 * (int)((j + 1L) * p * s);
                    // The first pass reads a row for each output, the others a pair for each output of one p.
                    var to = i == 0 ? (2L * j * m) + p : at + (2 * (((long)p * outputs) + j));
                    table[to] = circle[k];
                    table[to + (i == 0 ? m : 1)] = -circle[k + 1];
                }
            }

            at += 2L * outputs * m;
        }

        return table;
    }

    private void Pass(int pass, double* xr, double* xi, double* yr, double* yi, int m, int s, double* w)
    {
        fixed (double* circle = roots[pass])
        {
            switch (factors[pass])
            {
                case 2:
                    Pass(default(Radix2), xr, xi, yr, yi, m, s, w);
                    break;
                case 3:
                    Pass(default(Radix3), xr, xi, yr, yi, m, s, w);
                    break;
                case 4:
                    Pass(default(Radix4), xr, xi, yr, yi, m, s, w);
                    break;
                case 5:
                    Pass(default(Radix5), xr, xi, yr, yi, m, s, w);
                    break;
                default:
                    Pass(new RadixOdd(factors[pass], circle), xr, xi, yr, yi, m, s, w);
                    break;
            }
        }
    }

    private void Pass<TRadix>(TRadix radix, double* xr, double* xi, double* yr, double* yi, int m, int s, double* w)
        where TRadix : struct, IRadix
    {
        // Storing the first pass is all shuffles, of which wider vectors need more.
        var lanes = s == 1 ? Math.Min(Math.Min(m, widest), 4) : Math.Min(s, widest);
        if (lanes >= 8)
            Passes.Along<TRadix, Lanes8>(radix, xr, xi, yr, yi, m, s, w);
        else if (lanes >= 4)
            Pass<TRadix, Lanes4>(radix, xr, xi, yr, yi, m, s, w);
        else if (lanes >= 2)
            Pass<TRadix, Lanes2>(radix, xr, xi, yr, yi, m, s, w);
        else
            Pass<TRadix, Lanes1>(radix, xr, xi, yr, yi, m, s, w);
    }

    private static void Pass<TRadix, TLanes>(
        TRadix radix, double* xr, double* xi, double* yr, double* yi, int m, int s, double* w)
        where TRadix : struct, IRadix
        where TLanes : unmanaged, ILanes<TLanes>
    {
        if (s == 1)
            Passes.Across<TRadix, TLanes>(radix, xr, xi, yr, yi, m, w);
        else
            Passes.Along<TRadix, TLanes>(radix, xr, xi, yr, yi, m, s, w);
    }
}
