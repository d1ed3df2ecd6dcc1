using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Isonomia.Simulation.Stimulation.Kernels;

/// <summary>
/// Spikes of cells that are not rare. Layout: 32 random bits a cell, two cells a word at positions as of
/// <see cref="CellBits.Own"/>, halved; 8 bytes of probability read. The list is written without branches. Measured:
/// 1.6 ns a cell.
/// </summary>
internal static class SpikeKernel
{
    private const int Chunk = 512;

    /// <summary>The indices of the cells that spike, ascending.</summary>
    /// <param name="probabilities">One for each cell, or one for all.</param>
    /// <param name="bits">The bits of the step.</param>
    /// <param name="firstCell">The first cell.</param>
    /// <param name="spikes">As many places as there are cells.</param>
    /// <returns>Their number.</returns>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Draw(ReadOnlySpan<double> probabilities, in CellBits bits, int firstCell, Span<int> spikes)
    {
        Span<ulong> words = stackalloc ulong[(Chunk / 2) + 2];
        int count = 0, end = firstCell + spikes.Length;
        for (var cell = firstCell; cell < end;)
        {
            var skipped = cell % 4;
            var some = Math.Min(Chunk - skipped, end - cell);
            bits.Space.Words(bits.Own(0) + ((cell - skipped) / 2), words[..((skipped + some + 3) / 4 * 2)]);
            foreach (var draw in MemoryMarshal.Cast<ulong, uint>(words).Slice(skipped, some))
            {
                var probability = probabilities[probabilities.Length == 1 ? 0 : cell];
                spikes[count] = cell++;
                count += draw < probability * (1L << 32) ? 1 : 0;
            }
        }

        return count;
    }
}
