using System.Runtime.CompilerServices;

namespace Isonomia.Numerics.Spectra.Kernels;

/// <summary>
/// One Stockham pass of radix 4: out[q + s(4p + j)] = w^(jp) sum_k in[q + s(p + mk)] (-i)^(jk), w = exp(-2 pi i/(4m)).
/// Real and imaginary parts lie in arrays of their own; twiddles are (cos, sin) of w^p, w^2p, w^3p for each p.
/// 64 bytes in, 64 out and 34 operations for each four points.
/// </summary>
internal static unsafe class Radix4
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Pass<TLanes>(double* xr, double* xi, double* yr, double* yi, int m, int s, double* twiddles)
        where TLanes : unmanaged, ILanes<TLanes>
    {
        long jump = (long)m * s;
        for (var p = 0; p < m; p++, xr += s, xi += s, yr += 4 * s, yi += 4 * s, twiddles += 6)
        {
            var w1r = TLanes.Broadcast(twiddles[0]);
            var w1i = TLanes.Broadcast(twiddles[1]);
            var w2r = TLanes.Broadcast(twiddles[2]);
            var w2i = TLanes.Broadcast(twiddles[3]);
            var w3r = TLanes.Broadcast(twiddles[4]);
            var w3i = TLanes.Broadcast(twiddles[5]);
            for (var q = 0; ; )
            {
                var ar = TLanes.Load(xr + q);
                var ai = TLanes.Load(xi + q);
                var cr = TLanes.Load(xr + (2 * jump) + q);
                var ci = TLanes.Load(xi + (2 * jump) + q);
                var sumAcR = ar + cr;
                var sumAcI = ai + ci;
                var difAcR = ar - cr;
                var difAcI = ai - ci;
                var br = TLanes.Load(xr + jump + q);
                var bi = TLanes.Load(xi + jump + q);
                var dr = TLanes.Load(xr + (3 * jump) + q);
                var di = TLanes.Load(xi + (3 * jump) + q);
                var sumBdR = br + dr;
                var sumBdI = bi + di;
                var difBdR = br - dr;
                var difBdI = bi - di;

                (sumAcR + sumBdR).Store(yr + q);
                (sumAcI + sumBdI).Store(yi + q);
                var er = difAcR + difBdI;
                var ei = difAcI - difBdR;
                ((er * w1r) - (ei * w1i)).Store(yr + s + q);
                ((er * w1i) + (ei * w1r)).Store(yi + s + q);
                er = sumAcR - sumBdR;
                ei = sumAcI - sumBdI;
                ((er * w2r) - (ei * w2i)).Store(yr + (2 * s) + q);
                ((er * w2i) + (ei * w2r)).Store(yi + (2 * s) + q);
                er = difAcR - difBdI;
                ei = difAcI + difBdR;
                ((er * w3r) - (ei * w3i)).Store(yr + (3 * s) + q);
                ((er * w3i) + (ei * w3r)).Store(yi + (3 * s) + q);

                q += TLanes.Count;
                if (q >= s)
                    break;
                q = Math.Min(q, s - TLanes.Count);
            }
        }
    }
}
