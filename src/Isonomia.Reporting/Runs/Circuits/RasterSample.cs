using Isonomia.Simulation.Results;

namespace Isonomia.Reporting.Runs.Circuits;

/// <summary>
/// Which cells and which stretch of time a raster shows. Each population has rows in proportion to its size, but never
/// so few that it cannot be seen; its cells are taken evenly over their indices, so that a place in a ring or sheet
/// keeps its order and nobody is preferred.
/// </summary>
internal sealed class RasterSample
{
    /// <summary>Rows of a raster, about.</summary>
    public const int Rows = 260;

    /// <summary>Rows of a raster of cells that hardly spike, at most.</summary>
    public const int MostRows = 1000;

    /// <summary>With fewer dots than this a raster has more rows.</summary>
    public const int FewDots = 4000;

    /// <summary>Least rows of a population that has so many cells.</summary>
    public const int LeastRows = 14;

    /// <summary>A raster has no more dots than this.</summary>
    public const int MostDots = 20_000;

    private RasterSample(int[][] cells, double from, double to, int spikes)
    {
        (Cells, From, To, Spikes) = (cells, from, to, spikes);
    }

    /// <summary>The cells of each population, ascending.</summary>
    public int[][] Cells { get; }

    /// <summary>When the raster begins, in seconds.</summary>
    public double From { get; }

    /// <summary>When it ends.</summary>
    public double To { get; }

    /// <summary>How many spikes it shows.</summary>
    public int Spikes { get; }

    /// <summary>Chooses cells and stretch.</summary>
    /// <param name="populations">The populations.</param>
    /// <param name="from">When it would begin; later where there are too many spikes.</param>
    /// <param name="to">When it ends.</param>
    public static RasterSample Of(IReadOnlyList<PopulationResult> populations, double from, double to)
    {
        var first = Of(populations, from, to, Rows);
        return first.Spikes >= FewDots
            ? first
            : Of(populations, from, to, (int)Math.Min(MostRows, Rows * (double)FewDots / Math.Max(1, first.Spikes)));
    }

    /// <summary>The same cells at other times.</summary>
    /// <param name="populations">The populations.</param>
    /// <param name="from">When it would begin; later where there are too many spikes.</param>
    /// <param name="to">When it ends.</param>
    public RasterSample Within(IReadOnlyList<PopulationResult> populations, double from, double to) =>
        Of(populations, from, to, Cells);

    private static RasterSample Of(IReadOnlyList<PopulationResult> populations, double from, double to, int rows)
    {
        var all = populations.Sum(p => (long)p.Size);
        return Of(populations, from, to, [.. populations.Select(p => Evenly(p.Size, Share(p.Size, all, rows)))]);
    }

    private static RasterSample Of(IReadOnlyList<PopulationResult> populations, double from, double to, int[][] cells)
    {
        var (times, count) = (new List<double>(), 0L);
        for (var p = 0; p < populations.Count; p++)
        {
            var (shown, population) = (new HashSet<int>(cells[p]), populations[p]);
            foreach (var (time, cell) in population.InOrder())
            {
                if (time < from || time > to || !shown.Contains(cell))
                    continue;
                times.Add(time);
                count++;
                if (times.Count >= 8 * MostDots)
                    KeepLast(times);
            }
        }

        if (count <= MostDots)
            return new RasterSample(cells, from, to, times.Count);
        times.Sort();
        return new RasterSample(cells, times[^MostDots], to, MostDots);
    }

    // Only the last of them are shown: a long run has more than need to be in memory.
    private static void KeepLast(List<double> times)
    {
        times.Sort();
        times.RemoveRange(0, times.Count - MostDots);
    }

    private static int Share(int size, long all, int rows) =>
        Math.Min(size, Math.Max(LeastRows, (int)Math.Round(rows * (double)size / Math.Max(1, all))));

    private static int[] Evenly(int size, int count) =>
        [.. Enumerable.Range(0, count).Select(i => (int)((2L * i + 1) * size / (2L * count)))];
}
