namespace Isonomia.Simulation.Connectivity.Rows;

/// <summary>
/// The cells that a cell may be connected to: all of the other population, or all but itself. They are numbered without
/// a gap, so that a draw among the others is a draw among <see cref="Count"/>.
/// </summary>
/// <param name="Size">The size of the other population.</param>
/// <param name="ExceptSelf">Whether the populations are one, and a cell not connected to itself.</param>
internal readonly record struct Partners(int Size, bool ExceptSelf)
{
    /// <summary>How many there are.</summary>
    public int Count => ExceptSelf ? Size - 1 : Size;

    /// <summary>From numbers without a gap to cells.</summary>
    public void ToCells(int self, Span<int> row)
    {
        if (!ExceptSelf)
            return;
        for (var i = 0; i < row.Length; i++)
            row[i] += row[i] >= self ? 1 : 0;
    }
}
