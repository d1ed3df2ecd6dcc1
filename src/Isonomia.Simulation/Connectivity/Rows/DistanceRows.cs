using Isonomia.Modeling.Circuits;
using Isonomia.Numerics.Random;
using Isonomia.Numerics.Random.Kernels;
using Isonomia.Simulation.Connectivity.Space;

namespace Isonomia.Simulation.Connectivity.Rows;

/// <summary>
/// Each pair with a probability that falls with distance, independently and exactly, at a cost of tiles and synapses
/// rather than of pairs. The probability at the nearest point of a tile bounds those of its sources. Candidates are the
/// points of a Poisson process along the sources whose intensity is at least that bound's: an exponential is used up
/// source by source, tiles are passed over whole while it lasts, and the source where it ends is a candidate, which is
/// then taken with the quotient of its probability and the candidates'.
/// </summary>
internal sealed class DistanceRows : CellRows
{
    private readonly PairDistance distance;
    private readonly KernelValue kernel;
    private readonly CellTiles tiles;
    private readonly double peak;
    private readonly double cutoff;
    private readonly int rows;
    private readonly bool exceptSelf;
    private readonly Lazy<double> expected;

    public DistanceRows(
        ulong seed, string projection, int rows, bool exceptSelf, ConnectionRule.Distance rule, PairDistance distance,
        CellPositions sources)
        : base(seed, projection)
    {
        if (!(rule.Peak is >= 0 and <= 1))
            throw new ProjectionException($"Projection '{projection}': a probability lies in [0, 1], not {rule.Peak}.");
        (this.rows, this.exceptSelf, this.distance) = (rows, exceptSelf, distance);
        kernel = KernelValue.In(projection, distance.Space, rule.Kernel, rule.Width);
        peak = rule.Peak;
        cutoff = rule.Cutoff ?? double.PositiveInfinity;
        tiles = new CellTiles(sources);
        expected = new Lazy<double>(Expect);
    }

    /// <summary>The mean over some targets, evenly spaced, times their number.</summary>
    public override double Expected => expected.Value;

    /// <inheritdoc/>
    public override void Draw(int cell, RowScratch scratch)
    {
        scratch.Begin(0);
        var words = new WordReader(Space(cell), stackalloc ulong[16]);
        var left = DrawKernel.Exponential(words.Next());
        foreach (var tile in tiles.Tiles)
        {
            var least = distance.Least(tile, cell);
            var bound = least > cutoff ? 0 : peak * kernel.At(least);
            if (bound == 0)
                continue;

            // At least -log(1 - bound); a certain candidate is missed once in 10^15.
            var intensity = bound < 0.5 ? bound * (1 + bound) : -Math.Log(1 - Math.Min(bound, 1 - 1e-15)) * (1 + 1e-12);
            var source = 0;
            while (left < intensity * (tile.Count - source))
            {
                var passed = Math.Min((int)(left / intensity), tile.Count - source - 1);
                source += passed + 1;
                Try(cell, tiles.Cells[tile.First + source - 1], intensity, ref words, scratch);
                left = DrawKernel.Exponential(words.Next());
            }

            left -= intensity * (tile.Count - source);
        }
    }

    private void Try(int cell, int source, double intensity, ref WordReader words, RowScratch scratch)
    {
        // 1 - exp(-intensity), without cancellation.
        var candidate = intensity < 1e-5 ? intensity * (1 - intensity / 2) : 1 - Math.Exp(-intensity);
        var accept = DrawKernel.Uniform(words.Next()) * candidate < Probability(source, cell);
        if (accept && !(exceptSelf && source == cell))
            scratch.Add(source);
    }

    private double Probability(int source, int target)
    {
        var d = distance.Between(source, target);
        return d > cutoff ? 0 : peak * kernel.At(d);
    }

    private double Expect()
    {
        var sampled = Math.Clamp(1_000_000 / Math.Max(1, tiles.Cells.Length), 1, rows);
        var sum = 0.0;
        for (var i = 0; i < sampled; i++)
        {
            var target = (int)((i + 0.5) * rows / sampled);
            for (var source = 0; source < tiles.Cells.Length; source++)
                sum += exceptSelf && source == target ? 0 : Probability(source, target);
        }

        return sum * rows / sampled;
    }
}
