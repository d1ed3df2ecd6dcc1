namespace Isonomia.Simulation.Connectivity.Rows;

/// <summary>What one thread needs while it draws rows.</summary>
internal sealed class RowScratch
{
    private int[] cells = new int[1024];
    private ulong[] marks = [];

    /// <summary>
    /// The row drawn last: sources of a target, or targets of a source. Where the rule lists synapses, the place of
    /// each in the list.
    /// </summary>
    public Span<int> Row => cells.AsSpan(0, Count);

    /// <summary>The length of the row.</summary>
    public int Count { get; private set; }

    /// <summary>Degrees of the cells of the range asked for; empty where the rule needs none.</summary>
    public int[] Degrees { get; set; } = [];

    /// <summary>Where the range begins.</summary>
    public int FirstCell { get; set; }

    /// <summary>A row of that length, to be written.</summary>
    public Span<int> Begin(int count)
    {
        if (count > cells.Length)
            Array.Resize(ref cells, Math.Max(count, 2 * cells.Length));
        Count = count;
        return Row;
    }

    /// <summary>One cell more at the end of the row.</summary>
    public void Add(int cell)
    {
        if (Count == cells.Length)
            Array.Resize(ref cells, 2 * cells.Length);
        cells[Count++] = cell;
    }

    /// <summary>A bit for each of <paramref name="count"/> cells, all clear; to be left clear.</summary>
    public ulong[] Marks(int count)
    {
        if (marks.Length * 64L < count)
            marks = new ulong[(count + 63) / 64];
        return marks;
    }
}
