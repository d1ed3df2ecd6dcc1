using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Isonomia.Measurement.Biomarkers.Complexity.Kernels;

/// <summary>
/// Counts the pairs of places in a series from which m, and m + 1, successive values agree within a tolerance.
/// </summary>
/// <remarks>
/// The values that agree with a given one are its neighbours in order of value: ranks from a lowest up to a highest.
/// So, for a block of 512 columns of the recurrence matrix, its row (a bit for each column) is found by two look-ups
/// in a table of 32 KiB that stays in a core's first cache. Going back in time, the row is combined with its successor,
/// moved by a bit: the columns that agree over two values; those with their successor, over three; and so on. No pair
/// is ever compared, and no branch depends on the data. Successive blocks begin 512 - m columns apart, so that moving
/// a row needs no other block's bits.
/// Comparisons are those of |a - b| &lt;= tolerance in double precision, and all else is integers: exact, and the same
/// at every vector width. 5 ns for each row of 512 pairs; 0.08 ms for 2,500 values, 5 ms for 32,768. (Walking the series
/// in order of value and storing every row costs half as much again: it guesses wrong at each change.)
/// </remarks>
internal static unsafe class TemplateMatches
{
    private const int Columns = BitRow.Width;

    /// <summary>Number of pairs that agree over <paramref name="m"/> values, and over one more.</summary>
    /// <param name="x">The series.</param>
    /// <param name="m">
    /// Length of the shorter templates, from 1 to 32. Both counts run over the same x.Length - m places.
    /// </param>
    /// <param name="tolerance">The largest difference that counts as agreement.</param>
    public static (long Shorter, long Longer) Count(ReadOnlySpan<double> x, int m, double tolerance)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(m, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(m, 32);
        var count = x.Length;
        if (count - m < 2)
            return (0, 0);
        // Four values beyond all others end every search, for any finite tolerance.
        tolerance = Math.Min(tolerance, double.MaxValue);
        var values = ArrayPool<double>.Shared.Rent(count + 4);
        values.AsSpan(count, 4).Fill(double.PositiveInfinity);
        var numbers = ArrayPool<int>.Shared.Rent(4 * count);
        SortedOrder.Of(x, values, numbers);
        (long Shorter, long Longer) total = (0, 0);
        fixed (double* value = values)
        fixed (int* place = numbers)
        {
            int* rank = place + count, lowest = rank + count, highest = lowest + count;
            Neighbours(value, place, count, tolerance, rank, lowest, highest);
            using var block = new RecurrenceBlock(place, rank, count);
            for (var first = 0; first < count - m; first += Columns - m)
            {
                block.Take(first);
                var (shorter, longer) = m == 2
                    ? CountRowsOfTwo(block, lowest, highest, first, count)
                    : CountRows(block, lowest, highest, first, count, m);
                total = (total.Shorter + shorter, total.Longer + longer);
            }
        }

        ArrayPool<double>.Shared.Return(values);
        ArrayPool<int>.Shared.Return(numbers);
        return total;
    }

    // The rank of each place, and the ranks from lowest up to but not including highest that agree with it. Both ends
    // move up by four at most at a time, by what a comparison of four values at once says: hardly ever a branch is
    // guessed wrong.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Neighbours(
        double* value, int* place, int count, double tolerance, int* rank, int* lowest, int* highest)
    {
        var (low, high) = (0, 0);
        var most = Vector256.Create(tolerance);
        for (var r = 0; r < count; r++)
        {
            var here = Vector256.Create(value[r]);
            int step;
            do
            {
                var near = Vector256.LessThanOrEqual(Vector256.Load(value + high) - here, most);
                step = BitOperations.TrailingZeroCount(~near.ExtractMostSignificantBits());
                high += step;
            }
            while (step == 4);

            do
            {
                var far = Vector256.GreaterThan(here - Vector256.Load(value + low), most);
                step = BitOperations.TrailingZeroCount(~far.ExtractMostSignificantBits());
                low += step;
            }
            while (step == 4);

            var at = place[r];
            rank[at] = r;
            lowest[at] = low;
            highest[at] = high;
        }
    }

    // Rows later than the first column, the last first: pairs are counted once, with the later of the two as the row.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (long Shorter, long Longer) CountRows(
        RecurrenceBlock block, int* lowest, int* highest, int first, int count, int m)
    {
        // agreeing[k]: the columns that agree over k + 1 values with the row that was visited last.
        var agreeing = stackalloc Vector512<ulong>[m + 1];
        for (var k = 0; k <= m; k++)
            agreeing[k] = Vector512<ulong>.Zero;
        var (shorter, longer) = (0L, 0L);
        for (var i = count - 1; i > first; i--)
        {
            var row = block.Row(lowest[i], highest[i]);
            for (var k = m; k > 0; k--)
                agreeing[k] = row & BitRow.Down(agreeing[k - 1]);
            agreeing[0] = row;
            var before = BitRow.Below(i < count - m ? Math.Min(i - first, Columns - m) : 0);
            shorter += BitRow.Count(agreeing[m - 1] & before);
            longer += BitRow.Count(agreeing[m] & before);
        }

        return (shorter, longer);
    }

    // The same for m = 2, which nearly everyone uses: all in registers, three times as fast.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (long Shorter, long Longer) CountRowsOfTwo(
        RecurrenceBlock block, int* lowest, int* highest, int first, int count)
    {
        BitTally shorter = default, longer = default;
        var one = block.Row(lowest[count - 1], highest[count - 1]);
        var row = block.Row(lowest[count - 2], highest[count - 2]);
        var two = row & BitRow.Down(one);
        one = row;
        for (var i = count - 3; i > first; i -= 4)
        {
            var (a, aToo) = Visit(block, lowest, highest, i, first, ref one, ref two);
            var (b, bToo) = Visit(block, lowest, highest, i - 1, first, ref one, ref two);
            var (c, cToo) = Visit(block, lowest, highest, i - 2, first, ref one, ref two);
            var (d, dToo) = Visit(block, lowest, highest, i - 3, first, ref one, ref two);
            shorter.Add(a, b, c, d);
            longer.Add(aToo, bToo, cToo, dToo);
        }

        return (shorter.Total, longer.Total);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector512<ulong> Shorter, Vector512<ulong> Longer) Visit(
        RecurrenceBlock block, int* lowest, int* highest, int i, int first,
        ref Vector512<ulong> one, ref Vector512<ulong> two)
    {
        if (i <= first)
            return default;
        var row = block.Row(lowest[i], highest[i]);
        var three = row & BitRow.Down(two);
        two = row & BitRow.Down(one);
        one = row;
        var before = i - first < Columns - 2 ? BitRow.Below(i - first) : BitRow.Below(Columns - 2);
        return (two & before, three & before);
    }
}
