using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Isonomia.Simulation.Stimulation.Kernels;

/// <summary>
/// Counts of many cells from a table. Layout: 16 random bits a cell, 16 cells a vector; each is compared with every
/// limit of the table (about 9 at a mean of 1, 90 at 100), kept once for each lane: 2 comparisons and 2 operations of
/// them. A number that equals a limit (1 in 7000 at a mean of 1) is decided by 48 further bits of its cell.
/// MEASURED
/// </summary>
internal sealed class PoissonKernel
{
    private const int Chunk = 1024;
    private const int Lanes = 16;
    private const int Together = 2 * Lanes;

    // Comparisons of vectors are of signed numbers.
    private const int Bias = 0x8000;

    private PoissonTable table = new();
    private Vector256<short>[] limits = [];
    private int limitCount;

    /// <summary>Takes the limits of a table.</summary>
    public void Take(PoissonTable from)
    {
        table = from;
        limitCount = from.Limits.Length;
        if (limits.Length < limitCount)
            limits = new Vector256<short>[2 * limitCount];
        for (var k = 0; k < limitCount; k++)
            limits[k] = Vector256.Create((short)(from.Limits[k] ^ Bias));
    }

    /// <summary>Adds <paramref name="quantum"/> times its count to each cell's accumulator.</summary>
    [SkipLocalsInit]
    public void AddTo(Span<int> accumulators, int quantum, in CellBits bits, int firstCell)
    {
        Span<ulong> words = stackalloc ulong[(Chunk + (2 * Together)) / 4];
        Span<int> rest = stackalloc int[Together];
        while (accumulators.Length > 0)
        {
            var count = Math.Min(Chunk - (firstCell % Chunk), accumulators.Length);
            var skipped = firstCell % 8;
            bits.Space.Words(bits.Shared(firstCell - skipped), words[..((skipped + count + 7) / 8 * 2)]);
            var draws = MemoryMarshal.Cast<ulong, ushort>(words)[skipped..];
            var whole = count / Together * Together;
            Add(accumulators[..whole], quantum, draws, bits, firstCell);
            if (whole < count)
            {
                // Lanes behind the last cell draw from whatever is there; what they add is dropped.
                var some = accumulators[whole..count];
                some.CopyTo(rest);
                Add(rest, quantum, draws[whole..], bits, firstCell + whole);
                rest[..some.Length].CopyTo(some);
            }

            accumulators = accumulators[count..];
            firstCell += count;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Add(Span<int> accumulators, int quantum, ReadOnlySpan<ushort> draws, in CellBits bits, int firstCell)
    {
        ref var draw = ref Unsafe.As<ushort, short>(ref MemoryMarshal.GetReference(draws[..accumulators.Length]));
        ref var accumulator = ref MemoryMarshal.GetReference(accumulators);
        var bias = Vector256.Create(unchecked((short)Bias));
        var none = Vector256.Create((short)table.Base);
        var each = Vector256.Create(quantum);
        var some = limits.AsSpan(0, limitCount);
        for (var done = 0; done < accumulators.Length; done += Together)
        {
            var x = Vector256.LoadUnsafe(ref draw, (nuint)done) ^ bias;
            var y = Vector256.LoadUnsafe(ref draw, (nuint)(done + Lanes)) ^ bias;
            Vector256<short> m = none, n = none, tiesX = default, tiesY = default;
            foreach (var limit in some)
            {
                m -= Vector256.GreaterThan(x, limit);
                n -= Vector256.GreaterThan(y, limit);
                tiesX |= Vector256.Equals(x, limit);
                tiesY |= Vector256.Equals(y, limit);
            }

            if ((tiesX | tiesY) != default)
            {
                m = Decided(m, tiesX, draws[done..], bits, firstCell + done);
                n = Decided(n, tiesY, draws[(done + Lanes)..], bits, firstCell + done + Lanes);
            }

            ref var at = ref Unsafe.Add(ref accumulator, done);
            (Vector256.LoadUnsafe(ref at) + (each * Vector256.WidenLower(m))).StoreUnsafe(ref at);
            (Vector256.LoadUnsafe(ref at, 8) + (each * Vector256.WidenUpper(m))).StoreUnsafe(ref at, 8);
            (Vector256.LoadUnsafe(ref at, 16) + (each * Vector256.WidenLower(n))).StoreUnsafe(ref at, 16);
            (Vector256.LoadUnsafe(ref at, 24) + (each * Vector256.WidenUpper(n))).StoreUnsafe(ref at, 24);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private Vector256<short> Decided(
        Vector256<short> counts, Vector256<short> ties, ReadOnlySpan<ushort> draws, in CellBits bits, int firstCell)
    {
        for (var open = ties.ExtractMostSignificantBits(); open != 0; open &= open - 1)
        {
            var lane = BitOperations.TrailingZeroCount(open);
            counts = counts.WithElement(lane, (short)Count(table, draws[lane], bits, firstCell + lane));
        }

        return counts;
    }

    /// <summary>The count of one cell, plainly.</summary>
    public static int Count(PoissonTable table, ushort draw, in CellBits bits, int cell) =>
        table.Count(((ulong)draw << 48) | (bits.Further(cell) >> 16));
}
