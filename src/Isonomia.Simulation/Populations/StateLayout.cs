namespace Isonomia.Simulation.Populations;

/// <summary>
/// Where a state lies in a population's memory, counted in numbers (floats or doubles): cells are kept in blocks of one
/// cache line, and a block holds one row of each state.
/// </summary>
/// <param name="First">The place of cell 0's number.</param>
/// <param name="BlockStride">From a block to the next.</param>
/// <param name="BlockCells">The cells of a block: 16 floats or 8 doubles.</param>
public readonly record struct StateLayout(int First, int BlockStride, int BlockCells)
{
    /// <summary>The place of a cell's number.</summary>
    /// <param name="cell">The cell's index.</param>
    public int IndexOf(int cell) => First + (cell / BlockCells * BlockStride) + (cell % BlockCells);
}
