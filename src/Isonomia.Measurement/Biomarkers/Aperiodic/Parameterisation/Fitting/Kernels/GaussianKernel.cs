using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Isonomia.Measurement.Biomarkers.Aperiodic.Parameterisation.Fitting.Kernels;

/// <summary>Sums of Gaussians on a frequency axis, with the products that a least-squares step needs.</summary>
/// <remarks>
/// Layout: every column (frequencies, data, one per basis function) is padded to a multiple of four doubles; the mask
/// column is one on bins and zero on padding. Per peak there are three basis columns, e = exp(-u^2/2), e u and e u^2
/// with u = (f - centre) / width; the derivatives by height, centre and width are these times 1, a/w and a/w.
/// Always four lanes wide, so that sums run in the same order on every machine.
/// Cost here: 2 ns a bin and peak to evaluate (an exponential each), 0.6 ns a bin and pair of peaks for the products.
/// </remarks>
internal static class GaussianKernel
{
    internal const int Lanes = 4;

    /// <summary>A column's padded length.</summary>
    internal static int Stride(int bins) => (bins + Lanes - 1) / Lanes * Lanes;

    /// <summary>Fills the basis columns of one peak, a stride apart, and adds the peak to the model.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void AddPeak(
        ReadOnlySpan<double> frequencies,
        ReadOnlySpan<double> mask,
        double centre,
        double height,
        double width,
        Span<double> basis,
        int stride,
        Span<double> model)
    {
        var length = frequencies.Length;
        ref var f = ref MemoryMarshal.GetReference(frequencies);
        ref var m = ref MemoryMarshal.GetReference(mask);
        ref var b = ref MemoryMarshal.GetReference(basis[..(2 * stride + length)]);
        ref var y = ref MemoryMarshal.GetReference(model[..length]);
        var inverse = Vector256.Create(1 / width);
        var middle = Vector256.Create(centre);
        var tall = Vector256.Create(height);
        var half = Vector256.Create(-0.5);
        for (nuint i = 0; i < (nuint)length; i += Lanes)
        {
            var u = (Vector256.LoadUnsafe(ref f, i) - middle) * inverse;
            var e = Tail(u * u * half) * Vector256.LoadUnsafe(ref m, i);
            var eu = e * u;
            e.StoreUnsafe(ref b, i);
            eu.StoreUnsafe(ref b, i + (nuint)stride);
            (eu * u).StoreUnsafe(ref b, i + 2 * (nuint)stride);
            Vector256.FusedMultiplyAdd(tall, e, Vector256.LoadUnsafe(ref y, i)).StoreUnsafe(ref y, i);
        }
    }

    /// <summary>Subtracts one Gaussian from a column.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Subtract(
        ReadOnlySpan<double> frequencies, double centre, double height, double width, Span<double> column)
    {
        ref var f = ref MemoryMarshal.GetReference(frequencies);
        ref var y = ref MemoryMarshal.GetReference(column[..frequencies.Length]);
        var inverse = Vector256.Create(1 / width);
        var middle = Vector256.Create(centre);
        var tall = Vector256.Create(height);
        var half = Vector256.Create(-0.5);
        for (nuint i = 0; i < (nuint)frequencies.Length; i += Lanes)
        {
            var u = (Vector256.LoadUnsafe(ref f, i) - middle) * inverse;
            (Vector256.LoadUnsafe(ref y, i) - tall * Tail(u * u * half)).StoreUnsafe(ref y, i);
        }
    }

    // Vector256.Exp leaves its fast path where the result underflows; nothing here can tell 1e-130 from zero.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Tail(Vector256<double> exponent) =>
        Vector256.Exp(Vector256.Max(exponent, Vector256.Create(-300.0)));

    /// <summary>Sum of products of two columns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static double Dot(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        ref var a = ref MemoryMarshal.GetReference(left);
        ref var b = ref MemoryMarshal.GetReference(right[..left.Length]);
        var sum = Vector256<double>.Zero;
        for (nuint i = 0; i < (nuint)left.Length; i += Lanes)
            sum = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref a, i), Vector256.LoadUnsafe(ref b, i), sum);
        return Vector256.Sum(sum);
    }

    /// <summary>Euclidean length of a column.</summary>
    internal static double Norm(ReadOnlySpan<double> column) => Math.Sqrt(Dot(column, column));

    /// <summary>
    /// The nine products of two peaks' basis columns over so many rows: column of the first by column of the second.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Block(
        ReadOnlySpan<double> first, ReadOnlySpan<double> second, int stride, int length, Span<double> block)
    {
        ref var a = ref MemoryMarshal.GetReference(first[..(2 * stride + length)]);
        ref var b = ref MemoryMarshal.GetReference(second[..(2 * stride + length)]);
        var (s00, s01, s02) = (Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero);
        var (s10, s11, s12) = (s00, s00, s00);
        var (s20, s21, s22) = (s00, s00, s00);
        var one = (nuint)stride;
        for (nuint i = 0; i < (nuint)length; i += Lanes)
        {
            var b0 = Vector256.LoadUnsafe(ref b, i);
            var b1 = Vector256.LoadUnsafe(ref b, i + one);
            var b2 = Vector256.LoadUnsafe(ref b, i + 2 * one);
            var a0 = Vector256.LoadUnsafe(ref a, i);
            s00 = Vector256.FusedMultiplyAdd(a0, b0, s00);
            s01 = Vector256.FusedMultiplyAdd(a0, b1, s01);
            s02 = Vector256.FusedMultiplyAdd(a0, b2, s02);
            var a1 = Vector256.LoadUnsafe(ref a, i + one);
            s10 = Vector256.FusedMultiplyAdd(a1, b0, s10);
            s11 = Vector256.FusedMultiplyAdd(a1, b1, s11);
            s12 = Vector256.FusedMultiplyAdd(a1, b2, s12);
            var a2 = Vector256.LoadUnsafe(ref a, i + 2 * one);
            s20 = Vector256.FusedMultiplyAdd(a2, b0, s20);
            s21 = Vector256.FusedMultiplyAdd(a2, b1, s21);
            s22 = Vector256.FusedMultiplyAdd(a2, b2, s22);
        }

        block[8] = Vector256.Sum(s22);
        block[0] = Vector256.Sum(s00);
        block[1] = Vector256.Sum(s01);
        block[2] = Vector256.Sum(s02);
        block[3] = Vector256.Sum(s10);
        block[4] = Vector256.Sum(s11);
        block[5] = Vector256.Sum(s12);
        block[6] = Vector256.Sum(s20);
        block[7] = Vector256.Sum(s21);
    }
}
