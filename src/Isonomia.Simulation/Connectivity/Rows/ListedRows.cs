using System.Collections.Immutable;

namespace Isonomia.Simulation.Connectivity.Rows;

/// <summary>Synapses listed one by one; a row holds their places in the list, in its order.</summary>
internal sealed class ListedRows : CellRows
{
    private readonly int[] starts;
    private readonly int[] order;

    public ListedRows(string projection, ImmutableArray<int> targets, int rows)
        : base(0, projection)
    {
        starts = new int[rows + 1];
        foreach (var target in targets)
            starts[target + 1]++;
        for (var i = 0; i < rows; i++)
            starts[i + 1] += starts[i];
        var next = starts[..^1];
        order = new int[targets.Length];
        for (var i = 0; i < order.Length; i++)
            order[next[targets[i]]++] = i;
    }

    /// <inheritdoc/>
    public override double Expected => order.Length;

    /// <inheritdoc/>
    public override void Draw(int cell, RowScratch scratch)
    {
        var entries = order.AsSpan(starts[cell]..starts[cell + 1]);
        entries.CopyTo(scratch.Begin(entries.Length));
    }
}
