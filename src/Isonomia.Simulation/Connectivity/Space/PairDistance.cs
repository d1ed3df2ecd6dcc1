using Isonomia.Modeling.Circuits;

namespace Isonomia.Simulation.Connectivity.Space;

/// <summary>Distances between the cells of two populations in one space, round its edges where it is
/// periodic.</summary>
internal sealed class PairDistance
{
    private readonly CellPositions sources;
    private readonly CellPositions targets;
    private readonly double width;
    private readonly double height;

    /// <summary>Distances from the targets of a projection to its sources.</summary>
    /// <exception cref="ProjectionException">The populations are not in one space.</exception>
    public PairDistance(string projection, CellPositions? sources, CellPositions? targets)
    {
        if (sources is null || targets is null)
        {
            throw new ProjectionException(
                $"Projection '{projection}' depends on distance, but its {(sources is null ? "source" : "target")} "
                + "population has no space; give it one.");
        }

        var (a, b) = (sources.Space, targets.Space);
        if (a.Kind != b.Kind || a.Periodic != b.Periodic || a.Width != b.Width || a.Height != b.Height)
        {
            throw new ProjectionException(
                $"Projection '{projection}' depends on distance, but its populations are in different spaces: "
                + $"{Describe(a)} and {Describe(b)}; make them one.");
        }

        (this.sources, this.targets, width, height) = (sources, targets, a.Width, a.Height);
    }

    /// <summary>The space.</summary>
    public PopulationSpace Space => sources.Space;

    /// <summary>No two cells are further apart.</summary>
    public double Largest
    {
        get
        {
            var (x, y) = Space.Periodic ? (width / 2, height / 2) : (width, height);
            return Math.Sqrt(x * x + y * y);
        }
    }

    /// <summary>The distance of two cells.</summary>
    public double Between(int source, int target)
    {
        var x = Along(sources.X[source] - targets.X[target], width);
        if (Space.Kind == SpaceKind.Ring)
            return x;
        var y = Along(sources.Y[source] - targets.Y[target], height);
        return Math.Sqrt(x * x + y * y);
    }

    /// <summary>No source within these bounds is nearer to a target.</summary>
    public double Least(in Tile tile, int target)
    {
        var x = Outside(tile.Left, tile.Right, targets.X[target], width);
        if (Space.Kind == SpaceKind.Ring)
            return x;
        var y = Outside(tile.Bottom, tile.Top, targets.Y[target], height);
        return Math.Sqrt(x * x + y * y);
    }

    private static string Describe(PopulationSpace space) =>
        $"a {(space.Periodic ? "periodic" : "open")} {(space.Kind == SpaceKind.Ring ? "ring" : "sheet")} of "
        + (space.Kind == SpaceKind.Ring ? $"length {space.Width}" : $"{space.Width} x {space.Height}");

    private double Along(double difference, double length)
    {
        var d = Math.Abs(difference);
        return Space.Periodic ? Math.Min(d, length - d) : d;
    }

    private double Outside(double low, double high, double at, double length)
    {
        if (at >= low && at <= high)
            return 0;
        return Math.Min(Along(low - at, length), Along(high - at, length));
    }
}
