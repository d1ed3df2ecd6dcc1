using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Isonomia.Measurement.Biomarkers.Aperiodic.Parameterisation.Fitting.Kernels;

/// <summary>
/// The knee form <c>b - log10(k + f^x)</c> against data: sum of squares, gradient and normal matrix.
/// </summary>
/// <remarks>
/// Layout: columns padded to four doubles; the weight column is one on the bins to be used and zero elsewhere, padding
/// included. Cost: an exponential and a logarithm a bin, about 2.5 ns a bin in all.
/// </remarks>
internal static class KneeKernel
{
    /// <summary>Half the sum of squares of model less data; NaN where the logarithm is of a negative number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static double Cost(
        ReadOnlySpan<double> logs, ReadOnlySpan<double> data, ReadOnlySpan<double> weights, in AperiodicParameters at)
    {
        ref var l = ref MemoryMarshal.GetReference(logs);
        ref var d = ref MemoryMarshal.GetReference(data[..logs.Length]);
        ref var w = ref MemoryMarshal.GetReference(weights[..logs.Length]);
        var (b, k, x) = (Vector256.Create(at.Offset), Vector256.Create(at.Knee), Vector256.Create(at.Exponent));
        var toLog10 = Vector256.Create(1 / double.Log(10));
        var sum = Vector256<double>.Zero;
        for (nuint i = 0; i < (nuint)logs.Length; i += GaussianKernel.Lanes)
        {
            var use = Vector256.LoadUnsafe(ref w, i);
            var inner = k + Vector256.Exp(x * Vector256.LoadUnsafe(ref l, i));
            var unused = Vector256.Equals(use, Vector256<double>.Zero);
            var safe = Vector256.ConditionalSelect(unused, Vector256<double>.One, inner);
            var r = b - Vector256.Log(safe) * toLog10 - Vector256.LoadUnsafe(ref d, i);
            sum = Vector256.FusedMultiplyAdd(r * use, r, sum);
        }

        return Vector256.Sum(sum) / 2;
    }

    /// <summary>
    /// Derivatives by offset, knee and exponent, summed: the gradient in <paramref name="gradient"/>, the normal matrix
    /// as (bb, bk, bx, kk, kx, xx) in <paramref name="normal"/>.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Linearise(
        ReadOnlySpan<double> logs,
        ReadOnlySpan<double> data,
        ReadOnlySpan<double> weights,
        in AperiodicParameters at,
        Span<double> gradient,
        Span<double> normal)
    {
        ref var l = ref MemoryMarshal.GetReference(logs);
        ref var d = ref MemoryMarshal.GetReference(data[..logs.Length]);
        ref var w = ref MemoryMarshal.GetReference(weights[..logs.Length]);
        var (b, k, x) = (Vector256.Create(at.Offset), Vector256.Create(at.Knee), Vector256.Create(at.Exponent));
        var toLog10 = Vector256.Create(1 / double.Log(10));
        var (gb, gk, gx) = (Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero);
        var (bb, bk, bx) = (gb, gb, gb);
        var (kk, kx, xx) = (gb, gb, gb);
        for (nuint i = 0; i < (nuint)logs.Length; i += GaussianKernel.Lanes)
        {
            var use = Vector256.LoadUnsafe(ref w, i);
            var log = Vector256.LoadUnsafe(ref l, i);
            var rise = Vector256.Exp(x * log);
            var unused = Vector256.Equals(use, Vector256<double>.Zero);
            var inner = Vector256.ConditionalSelect(unused, Vector256<double>.One, k + rise);
            var r = (b - Vector256.Log(inner) * toLog10 - Vector256.LoadUnsafe(ref d, i)) * use;
            var byKnee = -toLog10 / inner * use;
            var byExponent = byKnee * rise * log;
            gb += r;
            gk = Vector256.FusedMultiplyAdd(r, byKnee, gk);
            gx = Vector256.FusedMultiplyAdd(r, byExponent, gx);
            bb += use;
            bk += byKnee;
            bx += byExponent;
            kk = Vector256.FusedMultiplyAdd(byKnee, byKnee, kk);
            kx = Vector256.FusedMultiplyAdd(byKnee, byExponent, kx);
            xx = Vector256.FusedMultiplyAdd(byExponent, byExponent, xx);
        }

        (gradient[0], gradient[1], gradient[2]) = (Vector256.Sum(gb), Vector256.Sum(gk), Vector256.Sum(gx));
        (normal[0], normal[1], normal[2]) = (Vector256.Sum(bb), Vector256.Sum(bk), Vector256.Sum(bx));
        (normal[3], normal[4], normal[5]) = (Vector256.Sum(kk), Vector256.Sum(kx), Vector256.Sum(xx));
    }
}
