using Isonomia.Numerics.Random;

namespace Isonomia.Simulation.Connectivity.Rows;

/// <summary>
/// Who is connected to each cell: for every cell a row of cells of the other population, a pure function of the seed,
/// the projection's name and the cell. Used by any number of threads at once.
/// </summary>
internal abstract class CellRows(ulong seed, string projection)
{
    private readonly uint purpose = RandomPurpose.Named("edges " + projection).Code;

    /// <summary>Expected number of synapses in all rows.</summary>
    public abstract double Expected { get; }

    /// <summary>Makes ready for rows [first, end).</summary>
    public virtual void Prepare(int first, int end, RowScratch scratch)
    {
    }

    /// <summary>Draws a cell's row.</summary>
    public abstract void Draw(int cell, RowScratch scratch);

    /// <summary>The counters of a cell's row.</summary>
    protected CounterSpace Space(int cell) => new(seed, purpose, (uint)cell);
}
