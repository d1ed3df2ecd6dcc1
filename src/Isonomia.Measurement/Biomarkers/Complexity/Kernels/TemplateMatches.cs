using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Isonomia.Measurement.Biomarkers.Complexity.Kernels;

/// <summary>
/// Counts the pairs of places in a series from which m, and m + 1, successive values agree within a tolerance.
/// </summary>
/// <remarks>
/// Layout: columns are taken 512 at a time, one bit each, so that a row of the recurrence matrix is 64 bytes. Walking
/// the series in order of value, the set of columns within tolerance changes by a bit now and then; it is kept in a
/// register and stored as the row of each place visited. Then, in order of time, a row, the next one shifted by a bit,
/// the next by two, ... are combined and their bits counted. No pair is ever compared: about 5 ns for each row of 512
/// pairs. Successive blocks of columns begin 512 - m apart, so that no shift needs another block's bits.
/// Comparisons are those of |a - b| &lt;= tolerance in double precision, and all else is integers: exact, and the same
/// at every vector width. Measured: 0.07 ms for 2,500 values, 9 ms for 32,768.
/// </remarks>
internal static unsafe class TemplateMatches
{
    private const int Columns = BitRow.Width;
    private const int Words = BitRow.Words;

    /// <summary>Number of pairs that agree over <paramref name="m"/> values, and over one more.</summary>
    /// <param name="x">The series.</param>
    /// <param name="m">Length of the shorter templates, from 1 to 32. Both counts run over the same x.Length - m places.</param>
    /// <param name="tolerance">The largest difference that counts as agreement.</param>
    public static (long Shorter, long Longer) Count(ReadOnlySpan<double> x, int m, double tolerance)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(m, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(m, 32);
        var count = x.Length;
        if (count - m < 2)
            return (0, 0);
        var values = ArrayPool<double>.Shared.Rent(count + Columns);
        var places = ArrayPool<int>.Shared.Rent(count + Columns);
        // Padding: rows begin at a cache line; the last four are read together, and a word past their end.
        var matrix = ArrayPool<ulong>.Shared.Rent((count + 6) * Words);
        SortedOrder.Of(x, values.AsSpan(0, count), places.AsSpan(0, count));

        (long Shorter, long Longer) total = (0, 0);
        fixed (double* value = values)
        fixed (int* place = places)
        fixed (ulong* unaligned = matrix)
        {
            var rows = (ulong*)(((nuint)unaligned + 63) & ~(nuint)63);
            var left = count;
            for (var first = 0; first < count - m; first += Columns - m)
            {
                left = FillRows(value, place, left, count, first, Columns - m, tolerance, rows);
                var (shorter, longer) = CountRows(rows, count - m - first, m);
                total = (total.Shorter + shorter, total.Longer + longer);
            }
        }

        ArrayPool<double>.Shared.Return(values);
        ArrayPool<int>.Shared.Return(places);
        ArrayPool<ulong>.Shared.Return(matrix);
        return total;
    }

    // Rows of the places from `first` on, over the columns first ... first + 511. Places that lie before the next block
    // are dropped from the sorted list on the way; returns how many are left.
    private static int FillRows(
        double* value, int* place, int left, int count, int first, int step, double tolerance, ulong* rows)
    {
        // The columns' own sorted values, behind the list, where Count left room.
        var columnValue = value + count;
        var columnPlace = place + count;
        var columns = 0;
        for (var i = 0; i < left; i++)
        {
            columnValue[columns] = value[i];
            columnPlace[columns] = place[i] - first;
            columns += place[i] - first < Columns ? 1 : 0;
            if (columns == Columns)
                break;
        }

        var row = Vector512<ulong>.Zero;
        var (entered, gone, kept) = (0, 0, 0);
        for (var i = 0; i < left; i++)
        {
            var here = value[i];
            while (entered < columns && columnValue[entered] - here <= tolerance)
                row ^= BitRow.Bit(columnPlace[entered++]);
            while (gone < entered && here - columnValue[gone] > tolerance)
                row ^= BitRow.Bit(columnPlace[gone++]);
            var at = place[i];
            row.Store(rows + ((long)(at - first) * Words));
            value[kept] = here;
            place[kept] = at;
            kept += at >= first + step ? 1 : 0;
        }

        return kept;
    }

    private static (long Shorter, long Longer) CountRows(ulong* rows, int places, int m)
    {
        BitTally shorter = default, longer = default;
        for (var i = 1; i < places; i += 4)
        {
            var (a, aToo) = Agreeing(rows, i, m, places);
            var (b, bToo) = Agreeing(rows, i + 1, m, places);
            var (c, cToo) = Agreeing(rows, i + 2, m, places);
            var (d, dToo) = Agreeing(rows, i + 3, m, places);
            shorter.Add(a, b, c, d);
            longer.Add(aToo, bToo, cToo, dToo);
        }

        return (shorter.Total, longer.Total);
    }

    // The columns before a row that agree with it over m values, and over one more. The highest bits of a shifted row
    // are not its own; there are m of them at most, and columns end before them.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector512<ulong> Shorter, Vector512<ulong> Longer) Agreeing(ulong* rows, int i, int m, int places)
    {
        var row = rows + ((long)i * Words);
        var agree = BitRow.Below(i < places ? Math.Min(i, Columns - m) : 0);
        if (m == 2)
        {
            agree &= Vector512.Load(row) & BitRow.Load(row + Words, 1);
            return (agree, agree & BitRow.Load(row + (2 * Words), 2));
        }

        for (var k = 0; k < m; k++)
            agree &= BitRow.Load(row + (k * Words), k);
        return (agree, agree & BitRow.Load(row + (m * Words), m));
    }
}
