using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Isonomia.Measurement.Biomarkers.Complexity.Kernels;

/// <summary>
/// 512 successive places of a series as the columns of its recurrence matrix: which of them have a rank, in order of
/// value, from a lowest up to a highest?
/// </summary>
/// <remarks>
/// Layout: a table of 513 rows of 64 bytes, entry k the set of the k columns of least value; and for every 64 ranks a
/// pair of words, a bit for each rank that is a column's and how many columns come before. A row is two look-ups.
/// </remarks>
internal sealed unsafe class RecurrenceBlock : IDisposable
{
    private readonly int* places;
    private readonly int* ranks;
    private readonly int count;
    private readonly ulong* table;
    private readonly ulong* index;

    /// <summary>Prepares for a series of which the place of each rank and the rank of each place are known.</summary>
    public RecurrenceBlock(int* places, int* ranks, int count)
    {
        this.count = count;
        this.places = places;
        this.ranks = ranks;
        table = (ulong*)NativeMemory.AlignedAlloc((BitRow.Width + 1) * BitRow.Words * sizeof(ulong), 64);
        index = (ulong*)NativeMemory.AlignedAlloc((nuint)IndexWords * 2 * sizeof(ulong), 64);
    }

    private int IndexWords => (count / 64) + 1;

    /// <summary>Turns to the columns from this place on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Take(int first)
    {
        new Span<ulong>(index, 2 * IndexWords).Clear();
        var columns = Math.Min(BitRow.Width, count - first);
        for (var c = 0; c < columns; c++)
        {
            var rank = ranks[first + c];
            index[2 * (rank >> 6)] |= 1UL << rank;
        }

        var row = Vector512<ulong>.Zero;
        row.Store(table);
        var before = 0;
        for (var w = 0; w < IndexWords; w++)
        {
            index[(2 * w) + 1] = (ulong)before;
            for (var left = index[2 * w]; left != 0; left &= left - 1)
            {
                row ^= BitRow.Bit(places[(64 * w) + BitOperations.TrailingZeroCount(left)] - first);
                row.Store(table + (++before * BitRow.Words));
            }
        }
    }

    /// <summary>The columns whose rank is at least the lowest and below the highest.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<ulong> Row(int lowest, int highest) =>
        Vector512.LoadAligned(Below(lowest)) ^ Vector512.LoadAligned(Below(highest));

    /// <inheritdoc/>
    public void Dispose()
    {
        NativeMemory.AlignedFree(table);
        NativeMemory.AlignedFree(index);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ulong* Below(int rank)
    {
        var pair = index + (2 * (rank >> 6));
        var before = (int)pair[1] + BitOperations.PopCount(pair[0] & ((1UL << rank) - 1));
        return table + (before * BitRow.Words);
    }
}
