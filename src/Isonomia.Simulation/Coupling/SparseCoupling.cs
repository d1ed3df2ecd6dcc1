using System.Numerics;
using Isonomia.Simulation.Coupling.Kernels;

namespace Isonomia.Simulation.Coupling;

/// <summary>For each target its sources, ascending, and their weights; in blocks of 1024 targets.</summary>
internal sealed class SparseCoupling<T> : GradedCoupling<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly double[] values;
    private readonly SparseRows<T>[] blocks;

    /// <summary>Draws the edges.</summary>
    /// <param name="sourceCount">The number of sources.</param>
    /// <param name="targetCount">The number of targets.</param>
    /// <param name="counts">The number of edges of each target.</param>
    /// <param name="edges">The edges.</param>
    /// <param name="threads">How many threads may draw.</param>
    public SparseCoupling(int sourceCount, int targetCount, int[] counts, GradedEdges edges, int threads)
        : base(sourceCount, targetCount)
    {
        values = new double[sourceCount];
        blocks = new SparseRows<T>[Blocks(targetCount)];
        Edges = counts.Sum(static c => (long)c);
        OverBlocks(targetCount, threads, (first, end) =>
            blocks[first / Block] = SparseRows<T>.Drawn(first, counts.AsSpan(first, end - first), edges));
    }

    public override GradedForm Form => GradedForm.Sparse;

    public override long Edges { get; }

    public override unsafe long Bytes =>
        blocks.Sum(static b => ((4L + sizeof(T)) * b.Sources.Length) + (4L * b.Starts.Length)) + (8L * values.Length);

    private protected override void PreparePart(ReadOnlySpan<T> sources, int part, int parts) =>
        Widen(sources, values, part, parts);

    private protected override void AddToRange(int firstTarget, Span<T> targets)
    {
        while (targets.Length > 0)
        {
            var row = firstTarget % Block;
            var count = Math.Min(Block - row, targets.Length);
            var rows = blocks[firstTarget / Block];
            RowKernel.AddTo<T>(
                values, rows.Starts.AsSpan(row, count + 1), rows.Sources, rows.Weights, targets[..count]);
            firstTarget += count;
            targets = targets[count..];
        }
    }
}
