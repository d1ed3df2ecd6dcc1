using Isonomia.Modeling.Circuits;

namespace Isonomia.Simulation.Connectivity.Space;

/// <summary>The cells of a population, grouped by place, about 32 to a tile and at most 24 x 24 tiles.</summary>
internal sealed class CellTiles
{
    private const int CellsPerTile = 32, MostTiles = 576;

    public CellTiles(CellPositions positions)
    {
        var (space, size) = (positions.Space, positions.X.Length);
        var wanted = Math.Clamp(size / CellsPerTile, 1, MostTiles);
        var isRing = space.Kind == SpaceKind.Ring;
        var columns = isRing ? wanted : Math.Max(1, (int)Math.Sqrt(wanted));
        var rows = isRing ? 1 : columns;
        var tileOf = new int[size];
        var starts = new int[columns * rows + 1];
        for (var i = 0; i < size; i++)
        {
            tileOf[i] = Field(positions.X[i], space.Width, columns)
                + columns * (isRing ? 0 : Field(positions.Y[i], space.Height, rows));
            starts[tileOf[i] + 1]++;
        }

        for (var i = 0; i < columns * rows; i++)
            starts[i + 1] += starts[i];
        var next = starts[..^1];
        Cells = new int[size];
        for (var i = 0; i < size; i++)
            Cells[next[tileOf[i]]++] = i;
        Tiles = [.. Enumerable.Range(0, columns * rows).Where(k => starts[k] < starts[k + 1])
            .Select(k => Bounds(positions, starts[k], starts[k + 1] - starts[k]))];
    }

    /// <summary>Tiles with cells in them.</summary>
    public Tile[] Tiles { get; }

    /// <summary>The cells, tile by tile, ascending within one.</summary>
    public int[] Cells { get; }

    private static int Field(double x, double length, int count) =>
        Math.Clamp((int)(x / length * count), 0, count - 1);

    private Tile Bounds(CellPositions positions, int first, int count)
    {
        var cells = Cells.Skip(first).Take(count).ToArray();
        double X(int i) => positions.X[i];
        double Y(int i) => positions.Y[i];
        return new Tile(cells.Min(X), cells.Max(X), cells.Min(Y), cells.Max(Y), first, count);
    }
}
