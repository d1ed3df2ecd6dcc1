using System.Buffers;
using System.Runtime.CompilerServices;

namespace Isonomia.Measurement.Biomarkers.Complexity.Kernels;

/// <summary>Sorts numbers and says where each came from.</summary>
/// <remarks>
/// Each number's place between the least and the greatest is rounded to 22 bits, kept with its index in one 64-bit
/// word, and sorted in two passes of 11 bits; numbers that share the 22 bits, few in any recording, are then put right
/// by insertion. Where they are many (a single value very far from all others), the library's sort is used.
/// 7 ns an item for 7,500 items, against 75 ns for Array.Sort with keys and items. No NaN.
/// </remarks>
internal static unsafe class SortedOrder
{
    private const int Bits = 11;
    private const int Radix = 1 << Bits;
    private const int MovesAnItem = 8;

    /// <summary>Fills <paramref name="values"/> with the sorted numbers, <paramref name="places"/> with their indices.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Of(ReadOnlySpan<double> x, Span<double> values, Span<int> places)
    {
        var count = x.Length;
        var rented = ArrayPool<ulong>.Shared.Rent(2 * count);
        fixed (double* from = x)
        fixed (double* to = values)
        fixed (int* toPlaces = places)
        fixed (ulong* keys = rented)
        {
            Distribute(from, keys, keys + count, count);
            for (var i = 0; i < count; i++)
            {
                var place = (int)(uint)keys[i];
                to[i] = from[place];
                toPlaces[i] = place;
            }

            if (!PutRight(to, toPlaces, count))
                values[..count].Sort(places[..count]);
        }

        ArrayPool<ulong>.Shared.Return(rented);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Distribute(double* from, ulong* keys, ulong* other, int count)
    {
        var (least, greatest) = (double.PositiveInfinity, double.NegativeInfinity);
        for (var i = 0; i < count; i++)
        {
            least = Math.Min(least, from[i]);
            greatest = Math.Max(greatest, from[i]);
        }

        // Just under 2^22 steps; none at all where all are equal or too far apart for a double.
        var scale = ((1 << (2 * Bits)) - 1) / (greatest - least);
        scale = double.IsNormal(scale) ? scale : 0;
        var counts = stackalloc int[2 * Radix];
        for (var i = 0; i < count; i++)
        {
            var step = (uint)((from[i] - least) * scale);
            keys[i] = ((ulong)step << 32) | (uint)i;
            counts[step & (Radix - 1)]++;
            counts[Radix + (step >> Bits)]++;
        }

        Pass(keys, other, count, counts, 32);
        Pass(other, keys, count, counts + Radix, 32 + Bits);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Pass(ulong* from, ulong* to, int count, int* counts, int shift)
    {
        var sum = 0;
        for (var b = 0; b < Radix; b++)
            (counts[b], sum) = (sum, sum + counts[b]);
        for (var i = 0; i < count; i++)
            to[counts[(from[i] >> shift) & (Radix - 1)]++] = from[i];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool PutRight(double* values, int* places, int count)
    {
        var moves = (long)MovesAnItem * count;
        for (var i = 1; i < count; i++)
        {
            var (value, place) = (values[i], places[i]);
            var at = i;
            for (; at > 0 && values[at - 1] > value; at--)
            {
                values[at] = values[at - 1];
                places[at] = places[at - 1];
            }

            (values[at], places[at]) = (value, place);
            moves -= i - at;
            if (moves < 0)
                return false;
        }

        return true;
    }
}
