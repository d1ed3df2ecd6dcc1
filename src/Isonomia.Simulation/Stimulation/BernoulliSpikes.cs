using System.Numerics;
using System.Runtime.CompilerServices;
using Isonomia.Simulation.Stimulation.Kernels;

namespace Isonomia.Simulation.Stimulation;

/// <summary>
/// Which cells of a population that only sends spikes do so in a step: each at most once, with a probability of its
/// own, independently. A pure function of seed, purpose, step, cell and probabilities, however cells are divided. Where
/// spikes are rare, only candidates are looked at: cells that would spike with the largest probability of all.
/// </summary>
internal sealed class BernoulliSpikes
{
    // A cell is a candidate if it has an event, of which there are ln(1/(1 - p)) on average.
    private const double Rare = 1.0 / 16;

    private readonly PoissonTable table = new();
    private double[] probabilities = [];
    private double largest;

    /// <summary>Sets the probabilities of spiking in a step; by one thread, while none draws.</summary>
    /// <param name="values">One for each cell, or one for all; what is above 1 counts as 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">One is negative or not a number.</exception>
    public void Set(ReadOnlySpan<double> values)
    {
        if (probabilities.Length != values.Length)
            probabilities = new double[values.Length];
        largest = 0;
        for (var i = 0; i < values.Length; i++)
        {
            if (!(values[i] >= 0))
            {
                throw new ArgumentOutOfRangeException(
                    nameof(values), values[i], $"What was given for cell {i} is no probability.");
            }

            probabilities[i] = Math.Min(values[i], 1);
            largest = Math.Max(largest, probabilities[i]);
        }

        if (largest < Rare)
            table.Set(Events(largest) * BlockEvents.Cells);
    }

    // ln(1/(1 - p)), exact for the small p that it is asked for.
    private static double Events(double p)
    {
        double sum = 0, power = p;
        for (var k = 1; power / k > sum * 1e-17; k++, power *= p)
            sum += power / k;
        return sum;
    }

    /// <summary>The cells of a range that spike.</summary>
    /// <param name="seed">The run's seed.</param>
    /// <param name="purpose">The purpose's code; nothing else may be drawn for it.</param>
    /// <param name="step">The step's number.</param>
    /// <param name="firstCell">The first cell.</param>
    /// <param name="endCell">The cell behind the last.</param>
    /// <param name="spikes">Receives their indices, ascending; as long as the range.</param>
    /// <returns>Their number.</returns>
    public int Draw(ulong seed, uint purpose, long step, int firstCell, int endCell, Span<int> spikes)
    {
        if (largest == 0)
            return 0;
        var bits = new CellBits(seed, purpose, step);
        return largest < Rare
            ? FromCandidates(bits, firstCell, endCell, spikes)
            : SpikeKernel.Draw(probabilities, bits, firstCell, spikes[..(endCell - firstCell)]);
    }

    [SkipLocalsInit]
    private int FromCandidates(in CellBits bits, int firstCell, int endCell, Span<int> spikes)
    {
        const int wordCells = 64;
        Span<int> events = stackalloc int[BlockEvents.Most];
        Span<ulong> candidates = stackalloc ulong[BlockEvents.Cells / wordCells];
        var count = 0;
        for (var block = firstCell / BlockEvents.Cells; (long)block * BlockEvents.Cells < endCell; block++)
        {
            var drawn = BlockEvents.Draw(table, bits, block, events);
            if (drawn == 0)
                continue;
            candidates.Clear();
            foreach (var cell in events[..drawn])
                candidates[cell / wordCells] |= 1UL << (cell % wordCells);
            for (var word = 0; word < candidates.Length; word++)
            {
                for (var open = candidates[word]; open != 0; open &= open - 1)
                {
                    var cell = (block * BlockEvents.Cells) + (word * wordCells) + BitOperations.TrailingZeroCount(open);
                    if (cell >= firstCell && cell < endCell && IsTaken(bits, cell))
                        spikes[count++] = cell;
                }
            }
        }

        return count;
    }

    private bool IsTaken(in CellBits bits, int cell)
    {
        var probability = probabilities[probabilities.Length == 1 ? 0 : cell];
        return probability == largest || (bits.Further(cell) >> 11) * (1.0 / (1L << 53)) * largest < probability;
    }
}
