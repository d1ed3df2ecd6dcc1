using System.Runtime.CompilerServices;

namespace Isonomia.Numerics.Spectra.Kernels;

/// <summary>
/// One Stockham pass of radix 2: out[q + s(2p + j)] = w^(jp) sum_k in[q + s(p + mk)] (-1)^(jk), w = exp(-2 pi i/(2m)).
/// </summary>
internal static unsafe class Radix2
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Pass<TLanes>(double* xr, double* xi, double* yr, double* yi, int m, int s, double* twiddles)
        where TLanes : unmanaged, ILanes<TLanes>
    {
        long jump = (long)m * s;
        for (var p = 0; p < m; p++, xr += s, xi += s, yr += 2 * s, yi += 2 * s, twiddles += 2)
        {
            var wr = TLanes.Broadcast(twiddles[0]);
            var wi = TLanes.Broadcast(twiddles[1]);
            for (var q = 0; ; )
            {
                var ar = TLanes.Load(xr + q);
                var ai = TLanes.Load(xi + q);
                var br = TLanes.Load(xr + jump + q);
                var bi = TLanes.Load(xi + jump + q);
                (ar + br).Store(yr + q);
                (ai + bi).Store(yi + q);
                var dr = ar - br;
                var di = ai - bi;
                ((dr * wr) - (di * wi)).Store(yr + s + q);
                ((dr * wi) + (di * wr)).Store(yi + s + q);
                q += TLanes.Count;
                if (q >= s)
                    break;
                q = Math.Min(q, s - TLanes.Count);
            }
        }
    }
}
