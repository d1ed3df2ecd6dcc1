using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Isonomia.Numerics.Spectra.Kernels;

/// <summary>
/// What turns a complex transform of n/2 points into a real one of n: even samples become real parts, odd ones
/// imaginary parts, and the two interleaved spectra are told apart by their symmetry (Cooley, Lewis and Welch 1970).
/// </summary>
internal static unsafe class Pairs
{
    /// <summary>even[k] = x[2k], odd[k] = x[2k + 1].</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Split(ReadOnlySpan<double> x, Span<double> even, Span<double> odd)
    {
        fixed (double* p = x, a = even, b = odd)
        {
            var k = 0;
            if (Avx2.IsSupported)
            {
                for (; k <= even.Length - 4; k += 4)
                {
                    var u = Vector256.Load(p + (2 * k));
                    var v = Vector256.Load(p + (2 * k) + 4);
                    Avx2.Permute4x64(Avx.UnpackLow(u, v), 0b11_01_10_00).Store(a + k);
                    Avx2.Permute4x64(Avx.UnpackHigh(u, v), 0b11_01_10_00).Store(b + k);
                }
            }

            for (; k < even.Length; k++)
            {
                a[k] = p[2 * k];
                b[k] = p[(2 * k) + 1];
            }
        }
    }

    /// <summary>x[2k] = even[k] factor, x[2k + 1] = odd[k] factor.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Join(ReadOnlySpan<double> even, ReadOnlySpan<double> odd, double factor, Span<double> x)
    {
        fixed (double* p = x, a = even, b = odd)
        {
            var k = 0;
            if (Avx2.IsSupported)
            {
                for (; k <= even.Length - 4; k += 4)
                {
                    var u = Avx2.Permute4x64(Vector256.Load(a + k) * factor, 0b11_01_10_00);
                    var v = Avx2.Permute4x64(Vector256.Load(b + k) * factor, 0b11_01_10_00);
                    Avx.UnpackLow(u, v).Store(p + (2 * k));
                    Avx.UnpackHigh(u, v).Store(p + (2 * k) + 4);
                }
            }

            for (; k < even.Length; k++)
            {
                p[2 * k] = a[k] * factor;
                p[(2 * k) + 1] = b[k] * factor;
            }
        }
    }

    /// <summary>
    /// From Z = F(even + i odd), of h points, the h + 1 bins of the real transform:
    /// X_k = E_k + w^k O_k with E = (Z_k + conj Z_(h-k))/2, O = (Z_k - conj Z_(h-k))/(2i). The turns are the cosines
    /// and sines of 2 pi k/(2h) for k = 0..h/2.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Unfold(
        ReadOnlySpan<double> zRe,
        ReadOnlySpan<double> zIm,
        ReadOnlySpan<double> turnsCos,
        ReadOnlySpan<double> turnsSin,
        Span<double> re,
        Span<double> im)
    {
        var h = zRe.Length;
        var reversed = Vector256.Create(3L, 2, 1, 0);
        fixed (double* zr = zRe, zi = zIm, cos = turnsCos, sin = turnsSin, xr = re, xi = im)
        {
            xr[0] = zr[0] + zi[0];
            xi[0] = 0;
            xr[h] = zr[0] - zi[0];
            xi[h] = 0;
            var k = 1;
            for (; k + 3 < h - k - 3; k += 4)
            {
                var ar = Vector256.Load(zr + k);
                var ai = Vector256.Load(zi + k);
                var br = Vector256.Shuffle(Vector256.Load(zr + h - k - 3), reversed);
                var bi = Vector256.Shuffle(Vector256.Load(zi + h - k - 3), reversed);
                var evenR = (ar + br) * 0.5;
                var evenI = (ai - bi) * 0.5;
                var oddR = (ai + bi) * 0.5;
                var oddI = (br - ar) * 0.5;
                var c = Vector256.Load(cos + k);
                var s = Vector256.Load(sin + k);
                var tr = (c * oddR) + (s * oddI);
                var ti = (c * oddI) - (s * oddR);
                (evenR + tr).Store(xr + k);
                (evenI + ti).Store(xi + k);
                Vector256.Shuffle(evenR - tr, reversed).Store(xr + h - k - 3);
                Vector256.Shuffle(ti - evenI, reversed).Store(xi + h - k - 3);
            }

            for (; k <= h - k; k++)
            {
                var (ar, ai, br, bi) = (zr[k], zi[k], zr[h - k], zi[h - k]);
                var evenR = (ar + br) * 0.5;
                var evenI = (ai - bi) * 0.5;
                var oddR = (ai + bi) * 0.5;
                var oddI = (br - ar) * 0.5;
                var tr = (cos[k] * oddR) + (sin[k] * oddI);
                var ti = (cos[k] * oddI) - (sin[k] * oddR);
                xr[h - k] = evenR - tr;
                xi[h - k] = ti - evenI;
                xr[k] = evenR + tr;
                xi[k] = evenI + ti;
            }
        }
    }

    /// <summary>The way back from h + 1 bins to Z = F(even + i odd), times two.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Fold(
        ReadOnlySpan<double> re,
        ReadOnlySpan<double> im,
        ReadOnlySpan<double> turnsCos,
        ReadOnlySpan<double> turnsSin,
        Span<double> zRe,
        Span<double> zIm)
    {
        var h = zRe.Length;
        var reversed = Vector256.Create(3L, 2, 1, 0);
        fixed (double* zr = zRe, zi = zIm, cos = turnsCos, sin = turnsSin, xr = re, xi = im)
        {
            zr[0] = xr[0] + xr[h];
            zi[0] = xr[0] - xr[h];
            var k = 1;
            for (; k + 3 < h - k - 3; k += 4)
            {
                var ar = Vector256.Load(xr + k);
                var ai = Vector256.Load(xi + k);
                var br = Vector256.Shuffle(Vector256.Load(xr + h - k - 3), reversed);
                var bi = Vector256.Shuffle(Vector256.Load(xi + h - k - 3), reversed);
                var evenR = ar + br;
                var evenI = ai - bi;
                var tr = ar - br;
                var ti = ai + bi;
                var c = Vector256.Load(cos + k);
                var s = Vector256.Load(sin + k);
                var oddR = (c * tr) - (s * ti);
                var oddI = (c * ti) + (s * tr);
                (evenR - oddI).Store(zr + k);
                (evenI + oddR).Store(zi + k);
                Vector256.Shuffle(evenR + oddI, reversed).Store(zr + h - k - 3);
                Vector256.Shuffle(oddR - evenI, reversed).Store(zi + h - k - 3);
            }

            for (; k <= h - k; k++)
            {
                var (ar, ai, br, bi) = (xr[k], xi[k], xr[h - k], xi[h - k]);
                var evenR = ar + br;
                var evenI = ai - bi;
                var tr = ar - br;
                var ti = ai + bi;
                var oddR = (cos[k] * tr) - (sin[k] * ti);
                var oddI = (cos[k] * ti) + (sin[k] * tr);
                zr[h - k] = evenR + oddI;
                zi[h - k] = oddR - evenI;
                zr[k] = evenR - oddI;
                zi[k] = evenI + oddR;
            }
        }
    }
}
