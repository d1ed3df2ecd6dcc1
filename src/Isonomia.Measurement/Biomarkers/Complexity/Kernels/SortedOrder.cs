using System.Buffers;

namespace Isonomia.Measurement.Biomarkers.Complexity.Kernels;

/// <summary>Sorts numbers and says where each came from.</summary>
/// <remarks>
/// Radix sort by bytes, lowest first, of the bit patterns made to ascend as the numbers do; 16 bytes moved an item and
/// pass, 8 passes less those in which all items share the byte (recordings from integer converters skip most).
/// 12 ns an item for 2,500 items, against 45 ns for Array.Sort with keys and items. Stable; no NaN.
/// </remarks>
internal static unsafe class SortedOrder
{
    private const int Digits = 8;
    private const int Radix = 256;

    /// <summary>Fills <paramref name="values"/> with the sorted numbers and <paramref name="places"/> with their indices.</summary>
    public static void Of(ReadOnlySpan<double> x, Span<double> values, Span<int> places)
    {
        var count = x.Length;
        var keysRented = ArrayPool<ulong>.Shared.Rent(2 * count);
        var placesRented = ArrayPool<int>.Shared.Rent(2 * count);
        fixed (double* from = x)
        fixed (double* to = values)
        fixed (int* toPlaces = places)
        fixed (ulong* keys = keysRented)
        fixed (int* order = placesRented)
        {
            var counts = stackalloc int[Digits * Radix];
            for (var i = 0; i < count; i++)
            {
                var key = Ascending(BitConverter.DoubleToUInt64Bits(from[i]));
                keys[i] = key;
                order[i] = i;
                for (var d = 0; d < Digits; d++)
                    counts[(d * Radix) + (int)((key >> (8 * d)) & 255)]++;
            }

            ulong* here = keys, there = keys + count;
            int* hereOrder = order, thereOrder = order + count;
            for (var d = 0; d < Digits; d++)
            {
                if (!Distribute(here, hereOrder, there, thereOrder, count, counts + (d * Radix), 8 * d))
                    continue;
                var (keysBefore, orderBefore) = ((nint)here, (nint)hereOrder);
                here = there;
                hereOrder = thereOrder;
                there = (ulong*)keysBefore;
                thereOrder = (int*)orderBefore;
            }

            for (var i = 0; i < count; i++)
            {
                to[i] = from[hereOrder[i]];
                toPlaces[i] = hereOrder[i];
            }
        }

        ArrayPool<ulong>.Shared.Return(keysRented);
        ArrayPool<int>.Shared.Return(placesRented);
    }

    // Negative numbers descend as their bits ascend: turn them over, and put the positive above them.
    private static ulong Ascending(ulong bits) => bits ^ ((ulong)((long)bits >> 63) | 0x8000_0000_0000_0000);

    private static bool Distribute(
        ulong* keys, int* order, ulong* toKeys, int* toOrder, int count, int* counts, int shift)
    {
        if (count == 0 || counts[(keys[0] >> shift) & 255] == count)
            return false;
        var sum = 0;
        for (var b = 0; b < Radix; b++)
        {
            var here = counts[b];
            counts[b] = sum;
            sum += here;
        }

        for (var i = 0; i < count; i++)
        {
            var key = keys[i];
            var at = counts[(key >> shift) & 255]++;
            toKeys[at] = key;
            toOrder[at] = order[i];
        }

        return true;
    }
}
