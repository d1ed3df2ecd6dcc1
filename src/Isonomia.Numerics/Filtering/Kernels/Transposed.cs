using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Isonomia.Numerics.Filtering.Kernels;

/// <summary>
/// Moves a matrix into its transpose in squares of four by four: four loads, eight shuffles and four stores for sixteen
/// numbers, where storing each apart takes sixteen stores into as many lines. One by one where there is no AVX.
/// </summary>
internal static unsafe class Transposed
{
    /// <summary>The side of a square.</summary>
    public const int Side = 4;

    /// <summary>A tall matrix: to[c stride + r] = from[r columns + c].</summary>
    /// <param name="from">Rows, one after the other.</param>
    /// <param name="rows">How many, a multiple of <see cref="Side"/>.</param>
    /// <param name="columns">Numbers in each.</param>
    /// <param name="to">Columns.</param>
    /// <param name="stride">From one column to the next.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Rows(double* from, int rows, int columns, double* to, int stride)
    {
        for (var r = 0; r < rows; r += Side, from += (long)Side * columns, to += Side)
        {
            var c = 0;
            for (; Avx.IsSupported && c <= columns - Side; c += Side)
                Square(from + c, columns, to + ((long)c * stride), stride);
            for (; c < columns; c++)
            {
                for (var k = 0; k < Side; k++)
                    to[((long)c * stride) + k] = from[((long)k * columns) + c];
            }
        }
    }

    /// <summary>A wide matrix: to[c rows + r] = from[r stride + c].</summary>
    /// <param name="from">Rows.</param>
    /// <param name="rows">How many.</param>
    /// <param name="stride">From one row to the next.</param>
    /// <param name="to">Columns, one after the other.</param>
    /// <param name="columns">Numbers in each row, a multiple of <see cref="Side"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Columns(double* from, int rows, int stride, double* to, int columns)
    {
        for (var c = 0; c < columns; c += Side, from += Side, to += (long)Side * rows)
        {
            var r = 0;
            for (; Avx.IsSupported && r <= rows - Side; r += Side)
                Square(from + ((long)r * stride), stride, to + r, rows);
            for (; r < rows; r++)
            {
                for (var k = 0; k < Side; k++)
                    to[((long)k * rows) + r] = from[((long)r * stride) + k];
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Square(double* from, long fromStride, double* to, long toStride)
    {
        var (a, b) = (Vector256.Load(from), Vector256.Load(from + fromStride));
        var (c, d) = (Vector256.Load(from + (2 * fromStride)), Vector256.Load(from + (3 * fromStride)));
        var (even, odd) = (Avx.UnpackLow(a, b), Avx.UnpackHigh(a, b));
        var (evenToo, oddToo) = (Avx.UnpackLow(c, d), Avx.UnpackHigh(c, d));
        Avx.Permute2x128(even, evenToo, 0x20).Store(to);
        Avx.Permute2x128(odd, oddToo, 0x20).Store(to + toStride);
        Avx.Permute2x128(even, evenToo, 0x31).Store(to + (2 * toStride));
        Avx.Permute2x128(odd, oddToo, 0x31).Store(to + (3 * toStride));
    }
}
