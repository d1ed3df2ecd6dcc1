using System.Runtime.InteropServices;
using Isonomia.Numerics.Random;
using Isonomia.Simulation.Connectivity.Kernels;

namespace Isonomia.Simulation.Connectivity.Rows;

/// <summary>
/// Rows of known length, of cells drawn evenly: with replacement, or all different. Lengths are equal, or those of a
/// fixed total dealt out evenly.
/// </summary>
internal sealed class DegreeRows(
    ulong seed, string projection, int rows, Partners partners, bool isDistinct, int degree, DegreeTree? tree)
    : CellRows(seed, projection)
{
    /// <inheritdoc/>
    public override double Expected => tree?.Total ?? (double)degree * rows;

    /// <inheritdoc/>
    public override void Prepare(int first, int end, RowScratch scratch)
    {
        if (tree is null)
            return;
        scratch.FirstCell = first;
        scratch.Degrees = new int[end - first];
        tree.Fill(first, scratch.Degrees);
    }

    /// <inheritdoc/>
    public override void Draw(int cell, RowScratch scratch)
    {
        var row = scratch.Begin(tree is null ? degree : scratch.Degrees[cell - scratch.FirstCell]);
        if (row.IsEmpty)
            return;
        var space = Space(cell);
        if (isDistinct)
        {
            DistinctDraw.Fill(space, partners.Count, row, scratch);
        }
        else
        {
            var draws = MemoryMarshal.Cast<int, uint>(row);
            RowBits.Fill(space, 0, draws);
            RowBits.Below(space, 0, partners.Count, draws);
        }

        partners.ToCells(cell, row);
    }
}
