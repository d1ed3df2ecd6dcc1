using Isonomia.Numerics.Random;
using Isonomia.Numerics.Random.Kernels;
using Isonomia.Numerics.Random.Sampling;

namespace Isonomia.Simulation.Connectivity.Rows;

/// <summary>
/// In-degrees when a fixed number of synapses is dealt out evenly to pairs: multinomial, or where pairs must differ
/// multivariate hypergeometric. A binary tree over the targets halves them again and again; how many synapses fall into
/// the first half of a node is binomial (hypergeometric) given how many the node has, and drawn from the node's own
/// counters. So the degrees of any range are reached without drawing all others.
/// </summary>
internal sealed class DegreeTree(
    ulong seed, string projection, long total, int targets, int partners, bool isDistinct)
{
    private readonly uint purpose = RandomPurpose.Named("degrees " + projection).Code;

    /// <summary>The number of synapses.</summary>
    public long Total => total;

    /// <summary>In-degrees of targets from <paramref name="first"/> on.</summary>
    /// <exception cref="OverflowException">A target has more than 2^31 - 1 synapses.</exception>
    public void Fill(int first, Span<int> degrees) => Visit(1, 0, targets, total, first, degrees);

    private void Visit(uint node, int low, int high, long count, int first, Span<int> degrees)
    {
        if (high <= first || low >= first + degrees.Length)
            return;
        if (count == 0)
        {
            // Nothing is left to deal out; degrees are zero as they came.
            return;
        }

        if (high - low == 1)
        {
            degrees[low - first] = checked((int)count);
            return;
        }

        var middle = low + (high - low) / 2;
        var space = new CounterSpace(seed, purpose, node);
        var below = isDistinct
            ? HypergeometricDraw.ByInversion(
                DrawKernel.Uniform(space.Word(0)), (middle - low) * (long)partners, (high - middle) * (long)partners,
                count)
            : Binomial(space, count, (middle - low) / (double)(high - low));
        Visit(2 * node, low, middle, below, first, degrees);
        Visit(2 * node + 1, middle, high, count - below, first, degrees);
    }

    private static long Binomial(in CounterSpace space, long trials, double p)
    {
        if (p > 0.5)
            return trials - Binomial(space, trials, 1 - p);
        return trials * p < 10
            ? BinomialDraw.ByInversion(DrawKernel.Uniform(space.Word(0)), trials, p)
            : BinomialDraw.ByRejection(space, 0, trials, p);
    }
}
