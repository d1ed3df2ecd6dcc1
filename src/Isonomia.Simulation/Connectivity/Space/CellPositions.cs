using Isonomia.Modeling.Circuits;
using Isonomia.Numerics.Random;
using Isonomia.Numerics.Random.Kernels;

namespace Isonomia.Simulation.Connectivity.Space;

/// <summary>
/// Where the cells of a population are. On a ring of length L cell i of N is at i L/N; on a sheet cells fill the grid
/// row by row, each in the middle of its field. Places drawn at random are uniform, a pure function of the seed, the
/// population's name and the cell.
/// </summary>
internal sealed class CellPositions
{
    private CellPositions(PopulationSpace space, double[] x, double[] y)
    {
        Space = space;
        X = x;
        Y = y;
    }

    /// <summary>The space they are in.</summary>
    public PopulationSpace Space { get; }

    /// <summary>Along the ring, or across the sheet.</summary>
    public double[] X { get; }

    /// <summary>Along the sheet's height; zero on a ring.</summary>
    public double[] Y { get; }

    /// <summary>Places the cells of a population; null where it has no space.</summary>
    public static CellPositions? Of(PopulationModel population, ulong seed)
    {
        if (population.Space is not { } space)
            return null;
        double[] x = new double[population.Size], y = new double[population.Size];
        if (space.IsRandom)
            Draw(space, new CounterSpace(seed, RandomPurpose.Named("place " + population.Name).Code, 0), x, y);
        else if (space.Kind == SpaceKind.Ring)
            for (var i = 0; i < x.Length; i++)
                x[i] = i * space.Width / x.Length;
        else
            Grid(space, x, y);
        return new CellPositions(space, x, y);
    }

    private static void Draw(PopulationSpace space, in CounterSpace counters, double[] x, double[] y)
    {
        var words = new ulong[2 * x.Length];
        counters.Words(0, words);
        var uniform = DrawKernel.Uniform(words.AsSpan());
        for (var i = 0; i < x.Length; i++)
        {
            x[i] = space.Width * uniform[2 * i];
            y[i] = space.Height * uniform[2 * i + 1];
        }
    }

    private static void Grid(PopulationSpace space, double[] x, double[] y)
    {
        var columns = Math.Max(1, space.Columns);
        var rows = (x.Length + columns - 1) / columns;
        for (var i = 0; i < x.Length; i++)
        {
            x[i] = (i % columns + 0.5) * space.Width / columns;
            y[i] = (i / columns + 0.5) * space.Height / rows;
        }
    }
}
