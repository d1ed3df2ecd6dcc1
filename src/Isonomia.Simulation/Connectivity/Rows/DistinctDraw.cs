using Isonomia.Numerics.Random;
using Isonomia.Simulation.Connectivity.Kernels;

namespace Isonomia.Simulation.Connectivity.Rows;

/// <summary>
/// Different numbers below a bound, every set of them as likely: those drawn before are passed over. Where more than
/// half are wanted, those that are not are drawn instead, and the others listed in ascending order.
/// </summary>
internal static class DistinctDraw
{
    /// <summary>Fills a row with different numbers from 0 to <paramref name="count"/> - 1.</summary>
    public static void Fill(in CounterSpace space, int count, Span<int> row, RowScratch scratch)
    {
        var marks = scratch.Marks(count);
        if (row.Length <= count / 2)
        {
            Mark(space, count, row, marks);
            foreach (var cell in row)
                marks[cell >> 6] = 0;
            return;
        }

        Span<int> without = count - row.Length <= 256
            ? stackalloc int[count - row.Length]
            : new int[count - row.Length];
        Mark(space, count, without, marks);
        for (int cell = 0, filled = 0; filled < row.Length; cell++)
        {
            if ((marks[cell >> 6] >> cell & 1) == 0)
                row[filled++] = cell;
        }

        foreach (var cell in without)
            marks[cell >> 6] = 0;
    }

    private static void Mark(in CounterSpace space, int count, Span<int> row, ulong[] marks)
    {
        Span<uint> draws = stackalloc uint[256];
        int next = 0, filled = 0;
        while (filled < row.Length)
        {
            // How many draws are computed at once changes nothing; a few more than are wanted replace the refused.
            var wanted = row.Length - filled;
            var run = draws[..Math.Min(draws.Length, (wanted + wanted / 4 + 4) & ~1)];
            RowBits.Fill(space, next, run);
            RowBits.Below(space, next, count, run);
            next += run.Length;
            foreach (var draw in run)
            {
                ref var mark = ref marks[draw >> 6];
                if (filled == row.Length || (mark >> (int)draw & 1) != 0)
                    continue;
                mark |= 1UL << (int)draw;
                row[filled++] = (int)draw;
            }
        }
    }
}
