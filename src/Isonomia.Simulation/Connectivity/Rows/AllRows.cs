namespace Isonomia.Simulation.Connectivity.Rows;

/// <summary>Each to each.</summary>
internal sealed class AllRows(string projection, int rows, Partners partners) : CellRows(0, projection)
{
    /// <inheritdoc/>
    public override double Expected => (double)rows * partners.Count;

    /// <inheritdoc/>
    public override void Draw(int cell, RowScratch scratch)
    {
        var row = scratch.Begin(partners.Count);
        for (var i = 0; i < row.Length; i++)
            row[i] = i;
        partners.ToCells(cell, row);
    }
}
