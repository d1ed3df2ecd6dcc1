namespace Isonomia.Simulation.Connectivity.Rows;

/// <summary>Cell i to cell i.</summary>
internal sealed class OwnRows(string projection, int rows, bool exceptSelf) : CellRows(0, projection)
{
    /// <inheritdoc/>
    public override double Expected => exceptSelf ? 0 : rows;

    /// <inheritdoc/>
    public override void Draw(int cell, RowScratch scratch)
    {
        if (scratch.Begin(exceptSelf ? 0 : 1) is { IsEmpty: false } row)
            row[0] = cell;
    }
}
