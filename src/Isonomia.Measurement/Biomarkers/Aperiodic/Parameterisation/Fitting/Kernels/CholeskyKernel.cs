using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Isonomia.Measurement.Biomarkers.Aperiodic.Parameterisation.Fitting.Kernels;

/// <summary>Small symmetric positive definite systems: <c>H = U'U</c> with U upper triangular.</summary>
/// <remarks>
/// Layout: U row after row, rows padded to four doubles (padding zero), the diagonal inverted. Every loop is an update
/// of, or a product with, the part of a row from the diagonal on, four lanes at a time. Cost here: 0.3 us to factorise
/// 18 x 18, against 1.1 us for the textbook's dot products, whose chains of additions wait on one another.
/// </remarks>
internal static class CholeskyKernel
{
    private const int Lanes = 4;

    /// <summary>A row's padded length.</summary>
    internal static int Stride(int n) => (n + Lanes - 1) / Lanes * Lanes;

    /// <summary>Factorises <c>H + shift I</c>; false where that is not positive definite.</summary>
    /// <param name="matrix">H, rows padded.</param>
    /// <param name="n">Its order.</param>
    /// <param name="shift">What is added to its diagonal.</param>
    /// <param name="factor">Receives U.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static bool Factorise(ReadOnlySpan<double> matrix, int n, double shift, Span<double> factor)
    {
        var stride = Stride(n);
        matrix[..(n * stride)].CopyTo(factor);
        ref var u = ref MemoryMarshal.GetReference(factor);
        for (var k = 0; k < n; k++)
        {
            var pivot = factor[k * stride + k] + shift;
            if (!(pivot > 1e-15 * (matrix[k * stride + k] + shift)))
                return false;
            var inverse = 1 / Math.Sqrt(pivot);
            var first = k / Lanes * Lanes;
            var by = Vector256.Create(inverse);
            for (var i = first; i < stride; i += Lanes)
                (by * Vector256.LoadUnsafe(ref u, (nuint)(k * stride + i))).StoreUnsafe(ref u, (nuint)(k * stride + i));
            for (var j = k + 1; j < n; j++)
            {
                var share = Vector256.Create(-factor[k * stride + j]);
                for (var i = j / Lanes * Lanes; i < stride; i += Lanes)
                {
                    var at = (nuint)(j * stride + i);
                    Vector256.FusedMultiplyAdd(share, Vector256.LoadUnsafe(ref u, (nuint)(k * stride + i)),
                        Vector256.LoadUnsafe(ref u, at)).StoreUnsafe(ref u, at);
                }
            }

            // What lies left of the diagonal is read with it, four lanes at a time: it must count for nothing.
            factor.Slice(k * stride + first, k - first).Clear();
            factor[k * stride + k] = inverse;
        }

        return true;
    }

    /// <summary>Solves <c>U'y = b</c> in place; <paramref name="b"/> is padded.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Forward(ReadOnlySpan<double> factor, int n, Span<double> b)
    {
        var stride = Stride(n);
        ref var u = ref MemoryMarshal.GetReference(factor);
        ref var v = ref MemoryMarshal.GetReference(b[..stride]);
        for (var k = 0; k < n; k++)
        {
            var y = b[k] * factor[k * stride + k];
            var share = Vector256.Create(-y);
            for (var i = k / Lanes * Lanes; i < stride; i += Lanes)
            {
                Vector256.FusedMultiplyAdd(share, Vector256.LoadUnsafe(ref u, (nuint)(k * stride + i)),
                    Vector256.LoadUnsafe(ref v, (nuint)i)).StoreUnsafe(ref v, (nuint)i);
            }

            b[k] = y;
        }
    }

    /// <summary>Solves <c>Ux = b</c> in place; <paramref name="b"/> is padded.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Back(ReadOnlySpan<double> factor, int n, Span<double> b)
    {
        var stride = Stride(n);
        ref var u = ref MemoryMarshal.GetReference(factor);
        ref var v = ref MemoryMarshal.GetReference(b[..stride]);
        for (var k = n - 1; k >= 0; k--)
        {
            var y = b[k];
            b[k] = 0;
            var sum = Vector256<double>.Zero;
            for (var i = k / Lanes * Lanes; i < stride; i += Lanes)
            {
                sum = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref u, (nuint)(k * stride + i)),
                    Vector256.LoadUnsafe(ref v, (nuint)i), sum);
            }

            b[k] = (y - Vector256.Sum(sum)) * factor[k * stride + k];
        }
    }
}
