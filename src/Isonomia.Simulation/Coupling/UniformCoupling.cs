using System.Numerics;
using System.Runtime.CompilerServices;
using Isonomia.Numerics.Statistics.Kernels;

namespace Isonomia.Simulation.Coupling;

/// <summary>Each to each with one weight: w times the sum of all sources, less the target's own.</summary>
internal sealed class UniformCoupling<T>(int sourceCount, int targetCount, double weight, bool excludesSelf)
    : GradedCoupling<T>(sourceCount, targetCount)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly double[] values = new double[sourceCount];
    private readonly double[] blockSums = new double[Blocks(sourceCount)];

    public override GradedForm Form => GradedForm.Uniform;

    public override long Edges => (long)values.Length * (excludesSelf ? values.Length - 1 : TargetCount);

    public override long Bytes => 8L * (values.Length + blockSums.Length);

    private protected override void PreparePart(ReadOnlySpan<T> sources, int part, int parts)
    {
        Widen(sources, values, part, parts);
        var first = (int)((long)blockSums.Length * part / parts);
        var end = (int)((long)blockSums.Length * (part + 1) / parts);
        for (var block = first; block < end; block++)
        {
            var start = block * Block;
            blockSums[block] = SumKernel.Sum(values.AsSpan(start, Math.Min(Block, values.Length - start)));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private protected override void AddToRange(int firstTarget, Span<T> targets)
    {
        var total = 0.0;
        foreach (var sum in blockSums)
            total += sum;
        var all = T.CreateTruncating(weight * total);
        for (var i = 0; i < targets.Length; i++)
        {
            targets[i] += excludesSelf
                ? T.CreateTruncating(weight * (total - values[firstTarget + i]))
                : all;
        }
    }
}
