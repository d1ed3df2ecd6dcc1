using System.Runtime.CompilerServices;

namespace Isonomia.Numerics.Spectra.Kernels;

/// <summary>
/// One Stockham pass of any odd radix r: points k and r - k are taken together, so that each output pair needs
/// (r - 1)/2 products with cosines and as many with sines. Operations for each point: about 2 r + 10.
/// </summary>
internal static unsafe class RadixOdd
{
    /// <summary>The largest radix that is transformed so; a length with a larger prime factor goes to Bluestein.</summary>
    public const int Largest = 31;

    /// <summary>The pass; <paramref name="roots"/> holds (cos, sin) of 2 pi k/r for k = 0..r-1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    [SkipLocalsInit]
    public static void Pass<TLanes>(
        int r, double* roots, double* xr, double* xi, double* yr, double* yi, int m, int s, double* twiddles)
        where TLanes : unmanaged, ILanes<TLanes>
    {
        var half = r / 2;
        var sumR = stackalloc TLanes[4 * (Largest / 2)];
        var sumI = sumR + half;
        var difR = sumI + half;
        var difI = difR + half;
        long jump = (long)m * s;
        for (var p = 0; p < m; p++, xr += s, xi += s, yr += (long)r * s, yi += (long)r * s, twiddles += 2 * (r - 1))
        {
            for (var q = 0; ; )
            {
                var zeroR = TLanes.Load(xr + q);
                var zeroI = TLanes.Load(xi + q);
                var totalR = zeroR;
                var totalI = zeroI;
                for (var k = 0; k < half; k++)
                {
                    var ahead = ((k + 1) * jump) + q;
                    var behind = ((r - 1 - k) * jump) + q;
                    var ar = TLanes.Load(xr + ahead);
                    var ai = TLanes.Load(xi + ahead);
                    var br = TLanes.Load(xr + behind);
                    var bi = TLanes.Load(xi + behind);
                    sumR[k] = ar + br;
                    sumI[k] = ai + bi;
                    difR[k] = ar - br;
                    difI[k] = ai - bi;
                    totalR += sumR[k];
                    totalI += sumI[k];
                }

                totalR.Store(yr + q);
                totalI.Store(yi + q);
                for (var j = 1; j <= half; j++)
                {
                    var cosR = zeroR;
                    var cosI = zeroI;
                    var sinR = TLanes.Broadcast(0);
                    var sinI = sinR;
                    for (int k = 0, turn = j; k < half; k++)
                    {
                        var c = TLanes.Broadcast(roots[2 * turn]);
                        var d = TLanes.Broadcast(roots[(2 * turn) + 1]);
                        cosR += c * sumR[k];
                        cosI += c * sumI[k];
                        sinR += d * difR[k];
                        sinI += d * difI[k];
                        turn += j;
                        if (turn >= r)
                            turn -= r;
                    }

                    var w = twiddles + (2 * (j - 1));
                    Turned(cosR + sinI, cosI - sinR, w, yr + ((long)j * s) + q, yi + ((long)j * s) + q);
                    w = twiddles + (2 * (r - j - 1));
                    Turned(cosR - sinI, cosI + sinR, w, yr + ((long)(r - j) * s) + q, yi + ((long)(r - j) * s) + q);
                }

                q += TLanes.Count;
                if (q >= s)
                    break;
                q = Math.Min(q, s - TLanes.Count);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Turned<TLanes>(TLanes re, TLanes im, double* w, double* toRe, double* toIm)
        where TLanes : unmanaged, ILanes<TLanes>
    {
        var wr = TLanes.Broadcast(w[0]);
        var wi = TLanes.Broadcast(w[1]);
        ((re * wr) - (im * wi)).Store(toRe);
        ((re * wi) + (im * wr)).Store(toIm);
    }
}
