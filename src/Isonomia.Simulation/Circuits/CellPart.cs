namespace Isonomia.Simulation.Circuits;

/// <summary>The cells of one population in one block.</summary>
/// <param name="Population">Index of the population.</param>
/// <param name="First">The first cell, a multiple of 16.</param>
/// <param name="End">The cell behind the last, a multiple of 16 (padding included).</param>
/// <param name="Cells">The cells behind the last that are none of padding.</param>
/// <param name="Slots">For each of the population's ports the slot of the first cell.</param>
internal sealed record CellPart(int Population, int First, int End, int Cells, int[] Slots)
{
    /// <summary>Cells and padding.</summary>
    public int Length => End - First;
}
