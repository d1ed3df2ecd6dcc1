using Isonomia.Measurement.Biomarkers.Criticality.Branching.Kernels;
using Isonomia.Numerics.Random;

namespace Isonomia.Measurement.Biomarkers.Criticality.Branching;

/// <summary>
/// Slopes r_k of the regression of activity on activity k bins before, for k = 1 to the number of steps, from all pairs
/// of bins of uninterrupted parts; and the same slopes of resampled blocks of time.
/// </summary>
public sealed class LaggedRegression
{
    private const int MostBlocks = 100;
    private const int FewestBlocks = 10;
    private readonly List<Moments> blocks = [];

    private LaggedRegression(int steps) => Slopes = new double[steps];

    /// <summary>r_k; NaN where activity does not vary.</summary>
    public double[] Slopes { get; }

    /// <summary>Mean activity of a bin.</summary>
    public double Mean { get; private set; }

    /// <summary>How many bins were used.</summary>
    public long Bins { get; private set; }

    /// <summary>Whether there are blocks enough to be resampled.</summary>
    public bool CanResample => blocks.Count >= FewestBlocks;

    /// <summary>Computes the slopes.</summary>
    /// <param name="parts">The parts; those not twice as long as the steps are left out.</param>
    /// <param name="steps">How many steps.</param>
    /// <returns>Null where no part is long enough.</returns>
    public static LaggedRegression? Of(IReadOnlyList<ActivityBins> parts, int steps)
    {
        ArgumentNullException.ThrowIfNull(parts);
        ActivityBins[] used = [.. parts.Where(p => p.Length > 2 * steps)];
        if (used.Length == 0)
            return null;
        var regression = new LaggedRegression(steps) { Bins = used.Sum(p => (long)p.Length) };
        var length = (int)Math.Max(steps, used.Sum(p => (long)p.Length - steps) / MostBlocks);
        var all = new Moments(steps);
        foreach (var part in used)
            regression.AddPart(part, length, all);
        regression.Mean = used.Sum(p => p.Counts.Sum(c => (long)c)) / (double)regression.Bins;
        all.SlopesInto(regression.Slopes);
        return regression;
    }

    /// <summary>The slopes of as many blocks, drawn with replacement.</summary>
    public double[] Resampled(RandomStream stream)
    {
        var drawn = new Moments(Slopes.Length);
        for (var i = 0; i < blocks.Count; i++)
            drawn.Add(blocks[stream.Below(blocks.Count)]);
        var slopes = new double[Slopes.Length];
        drawn.SlopesInto(slopes);
        return slopes;
    }

    // A block holds the pairs whose earlier bin it holds; what follows the last block only counts in the whole.
    private void AddPart(ActivityBins part, int length, Moments all)
    {
        var (steps, at) = (Slopes.Length, 0);
        var before = Cumulative(part, 0, steps);
        for (var start = 0; start + length <= part.Length - steps; start += length)
        {
            var block = new Moments(steps);
            at = block.Gather(part, at, start + length);
            block.Pairs.AsSpan().Fill(length);
            var after = Cumulative(part, start + length, steps);
            for (var k = 0; k <= steps; k++)
                block.Later[k] = after[k] - before[k];
            before = after;
            blocks.Add(block);
            all.Products.AsSpan().Add(block.Products);
        }

        var rest = new Moments(steps);
        rest.Gather(part, at, part.Length);
        all.Products.AsSpan().Add(rest.Products);
        all.AddEdges(part);
    }

    // Events before each of the bins from a bin on.
    private static long[] Cumulative(ActivityBins part, int from, int steps)
    {
        var first = Array.BinarySearch(part.Bins, from);
        first = first < 0 ? ~first : first;
        var sums = new long[steps + 1];
        for (var i = 0; i < first; i++)
            sums[0] += part.Counts[i];
        for (var (k, i) = (1, first); k <= steps; k++)
        {
            sums[k] = sums[k - 1];
            if (i < part.Bins.Length && part.Bins[i] == from + k - 1)
                sums[k] += part.Counts[i++];
        }

        return sums;
    }
}
