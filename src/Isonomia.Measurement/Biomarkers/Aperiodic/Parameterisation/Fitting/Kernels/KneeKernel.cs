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
        gradient.Clear();
        normal.Clear();
        for (var i = 0; i < logs.Length; i++)
        {
            if (weights[i] == 0)
                continue;
            var rise = Math.Exp(at.Exponent * logs[i]);
            var inner = at.Knee + rise;
            var r = at.Offset - Math.Log10(inner) - data[i];
            var byKnee = -1 / (inner * double.Log(10));
            var byExponent = byKnee * rise * logs[i];
            gradient[0] += r;
            gradient[1] += r * byKnee;
            gradient[2] += r * byExponent;
            normal[0] += 1;
            normal[1] += byKnee;
            normal[2] += byExponent;
            normal[3] += byKnee * byKnee;
            normal[4] += byKnee * byExponent;
            normal[5] += byExponent * byExponent;
        }
    }
}
