using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Isonomia.Numerics.LinearAlgebra.Kernels;

/// <summary>
/// A = U'U of a small symmetric positive definite matrix, in place, row after row, rows padded to a multiple of four
/// items (what the padding and the lower triangle hold does not matter, and is overwritten). Right-looking: each
/// pivot's row is subtracted from those below it, four items at once; n^3/6 fused operations, no long chains of
/// dependent additions, which is what a dot-product form would spend its time on at n of about 20. The diagonal ends
/// up holding the reciprocals of U's, so that solving divides by nothing. Measured at n = 18: 0.4 us to factor, 0.2 us
/// to solve.
/// </summary>
internal static class CholeskyKernel
{
    /// <summary>Factorises; false, with the matrix spoiled, where a pivot is not positive.</summary>
    public static bool Factor(Span<double> matrix, int n, int leading)
    {
        ref var a = ref MemoryMarshal.GetReference(matrix[..(n * leading)]);
        for (var k = 0; k < n; k++)
        {
            ref var pivotRow = ref Unsafe.Add(ref a, k * leading);
            var pivot = Unsafe.Add(ref pivotRow, k);
            if (!(pivot > 0) || double.IsInfinity(pivot))
                return false;
            var inverse = 1 / Math.Sqrt(pivot);
            for (var j = k & ~3; j < n; j += 4)
                (Vector256.LoadUnsafe(ref pivotRow, (nuint)j) * inverse).StoreUnsafe(ref pivotRow, (nuint)j);
            Unsafe.Add(ref pivotRow, k) = inverse;
            for (var i = k + 1; i < n; i++)
                Subtract(ref Unsafe.Add(ref a, i * leading), ref pivotRow, Unsafe.Add(ref pivotRow, i), i & ~3, n);
        }

        return true;
    }

    /// <summary>Solves U'U x = b in place of b.</summary>
    public static void Solve(ReadOnlySpan<double> factor, int n, int leading, Span<double> b)
    {
        SolveLower(factor, n, leading, b);
        ref var u = ref MemoryMarshal.GetReference(factor[..(n * leading)]);
        ref var x = ref MemoryMarshal.GetReference(b[..n]);
        for (var k = n - 1; k >= 0; k--)
        {
            var z = Unsafe.Add(ref x, k) * Unsafe.Add(ref u, k * leading + k);
            Unsafe.Add(ref x, k) = z;
            for (var i = 0; i < k; i++)
            {
                ref var above = ref Unsafe.Add(ref x, i);
                above = Math.FusedMultiplyAdd(-z, Unsafe.Add(ref u, i * leading + k), above);
            }
        }
    }

    /// <summary>Solves U'z = b in place of b, each unknown subtracted from those still to come.</summary>
    public static void SolveLower(ReadOnlySpan<double> factor, int n, int leading, Span<double> b)
    {
        ref var u = ref MemoryMarshal.GetReference(factor[..(n * leading)]);
        ref var x = ref MemoryMarshal.GetReference(b[..n]);
        for (var k = 0; k < n; k++)
        {
            ref var row = ref Unsafe.Add(ref u, k * leading);
            var z = Unsafe.Add(ref x, k) * Unsafe.Add(ref row, k);
            Unsafe.Add(ref x, k) = z;
            for (var j = k + 1; j < n; j++)
                Unsafe.Add(ref x, j) = Math.FusedMultiplyAdd(-z, Unsafe.Add(ref row, j), Unsafe.Add(ref x, j));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Subtract(ref double target, ref double row, double factor, int from, int n)
    {
        var f = Vector256.Create(-factor);
        for (var j = from; j < n; j += 4)
        {
            var changed = Vector256.FusedMultiplyAdd(
                Vector256.LoadUnsafe(ref row, (nuint)j), f, Vector256.LoadUnsafe(ref target, (nuint)j));
            changed.StoreUnsafe(ref target, (nuint)j);
        }
    }
}
