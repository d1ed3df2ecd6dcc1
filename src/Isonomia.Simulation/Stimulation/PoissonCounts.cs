using Isonomia.Numerics.Random;
using Isonomia.Numerics.Random.Sampling;
using Isonomia.Simulation.Stimulation.Kernels;

namespace Isonomia.Simulation.Stimulation;

/// <summary>
/// How many spikes arrive at each cell in a step, where all cells share a rate: independent Poisson counts. A count is
/// a pure function of seed, purpose, step, cell and mean, however cells are divided. Below a mean of 1/16 the spikes of
/// 1024 cells are counted together and each given to a cell, which is the same distribution; up to 100 counts come from
/// a table; above they are drawn by rejection.
/// </summary>
internal sealed class PoissonCounts
{
    private const double Rare = 1.0 / 16;
    private const double LargestMean = 1e6;

    private readonly PoissonTable table = new();
    private readonly PoissonKernel kernel = new();

    /// <summary>The mean count of a cell in a step.</summary>
    public double Mean { get; private set; }

    /// <summary>The largest count of a cell in a step that there can be, or is to be expected in 10^19 draws.</summary>
    public long LargestCount => Mean > PoissonTable.LargestMean
        ? (long)(Mean + (10 * Math.Sqrt(Mean)) + 10)
        : table.LargestCount;

    /// <summary>Sets the mean; by one thread, while none draws. Quick where it does not change.</summary>
    /// <param name="mean">Rate times the length of a step.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is negative, above a million, or not a number.</exception>
    public void Set(double mean)
    {
        if (!(mean is >= 0 and <= LargestMean))
            throw new ArgumentOutOfRangeException(nameof(mean), mean, "A mean count is 0 to 1,000,000.");
        if (mean == Mean)
            return;
        Mean = mean;
        if (mean > PoissonTable.LargestMean)
            return;
        table.Set(mean < Rare ? mean * BlockEvents.Cells : mean);
        kernel.Take(table);
    }

    /// <summary>Adds <paramref name="quantum"/> times its count to each accumulator.</summary>
    /// <param name="accumulators">One for each cell from <paramref name="firstCell"/> on.</param>
    /// <param name="quantum">What a spike adds.</param>
    /// <param name="seed">The run's seed.</param>
    /// <param name="purpose">The purpose's code; nothing else may be drawn for it.</param>
    /// <param name="step">The step's number.</param>
    /// <param name="firstCell">The first cell.</param>
    public void AddTo(Span<int> accumulators, int quantum, ulong seed, uint purpose, long step, int firstCell)
    {
        if (Mean == 0)
            return;
        var draws = new CellBits(seed, purpose, step);
        if (Mean > PoissonTable.LargestMean)
        {
            for (var i = 0; i < accumulators.Length; i++)
                accumulators[i] += quantum * (int)PoissonDraw.ByRejection(draws.Space, draws.Own(firstCell + i), Mean);
        }
        else if (Mean < Rare)
        {
            BlockEvents.AddTo(accumulators, quantum, table, draws, firstCell);
        }
        else
        {
            kernel.AddTo(accumulators, quantum, draws, firstCell);
        }
    }
}
