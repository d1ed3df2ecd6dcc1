using System.Numerics;
using Isonomia.Simulation.Coupling.Kernels;

namespace Isonomia.Simulation.Coupling;

/// <summary>
/// A full matrix, in panels of 16 targets; edges that are none weigh nothing, several between two cells add.
/// </summary>
internal sealed class DenseCoupling<T> : GradedCoupling<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly double[] values;
    private readonly T[][] panels;

    public DenseCoupling(int sourceCount, int targetCount, GradedEdges edges, int threads)
        : base(sourceCount, targetCount)
    {
        const int lanes = PanelKernel.Lanes;
        values = new double[sourceCount];
        panels = new T[(int)(((long)targetCount + lanes - 1) / lanes)][];
        var count = 0L;
        OverBlocks(targetCount, threads, (first, end) =>
        {
            var drawn = 0L;
            for (var panel = first / lanes; panel * lanes < end; panel++)
                panels[panel] = new T[checked(lanes * sourceCount)];
            edges(first, end, (sources, targets, weights) =>
            {
                drawn += sources.Length;
                for (var e = 0; e < sources.Length; e++)
                    panels[targets[e] / lanes][(sources[e] * lanes) + (targets[e] % lanes)] +=
                        T.CreateTruncating(weights[e]);
            });
            Interlocked.Add(ref count, drawn);
        });
        Edges = count;
    }

    public override GradedForm Form => GradedForm.Dense;

    public override long Edges { get; }

    public override unsafe long Bytes => (panels.Sum(static p => (long)p.Length) * sizeof(T)) + (8L * values.Length);

    private protected override void PreparePart(ReadOnlySpan<T> sources, int part, int parts) =>
        Widen(sources, values, part, parts);

    private protected override void AddToRange(int firstTarget, Span<T> targets)
    {
        Span<double> sums = stackalloc double[PanelKernel.Lanes];
        for (var done = 0; done < targets.Length;)
        {
            var lane = (firstTarget + done) % PanelKernel.Lanes;
            PanelKernel.Sums<T>(values, panels[(firstTarget + done) / PanelKernel.Lanes], sums);
            for (; lane < PanelKernel.Lanes && done < targets.Length; lane++, done++)
                targets[done] += T.CreateTruncating(sums[lane]);
        }
    }
}
