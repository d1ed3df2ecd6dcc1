using System.Numerics;

namespace Isonomia.Simulation.Coupling;

/// <summary>
/// The edges of consecutive targets: those of the i-th are Starts[i] to Starts[i + 1], their sources ascending.
/// </summary>
internal sealed record SparseRows<T>(int[] Starts, int[] Sources, T[] Weights)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Draws the edges of targets, given how many each has.</summary>
    /// <exception cref="OverflowException">They are more than 2^31.</exception>
    public static SparseRows<T> Drawn(int firstTarget, ReadOnlySpan<int> counts, GradedEdges edges)
    {
        var starts = new int[counts.Length + 1];
        for (var i = 0; i < counts.Length; i++)
            starts[i + 1] = checked(starts[i] + counts[i]);
        var sources = new int[starts[^1]];
        var weights = new T[sources.Length];
        var next = starts[..^1];
        edges(firstTarget, firstTarget + counts.Length, (from, to, weight) =>
        {
            for (var e = 0; e < from.Length; e++)
            {
                var at = next[to[e] - firstTarget]++;
                sources[at] = from[e];
                weights[at] = T.CreateTruncating(weight[e]);
            }
        });
        for (var i = 0; i < counts.Length; i++)
            sources.AsSpan(starts[i], counts[i]).Sort(weights.AsSpan(starts[i], counts[i]));
        return new SparseRows<T>(starts, sources, weights);
    }
}
