using Isonomia.Numerics.Random;
using Isonomia.Numerics.Random.Kernels;

namespace Isonomia.Simulation.Connectivity.Rows;

/// <summary>
/// Each pair with one probability, independently: the numbers of cells passed over between two connected ones are
/// geometric, the whole part of an exponential of mean 1/-log(1 - p), so the cost is that of the synapses, not of the
/// pairs.
/// </summary>
internal sealed class ProbabilityRows(
    ulong seed, string projection, int rows, Partners partners, double probability) : CellRows(seed, projection)
{
    private const int Chunk = 256;

    /// <inheritdoc/>
    public override double Expected => probability * rows * partners.Count;

    /// <inheritdoc/>
    public override void Draw(int cell, RowScratch scratch)
    {
        scratch.Begin(0);
        if (probability > 0)
            Skip(Space(cell), -1 / Log1P(-probability), scratch);
        partners.ToCells(cell, scratch.Row);
    }

    // log(1 + x) to a few ulp also near zero (Kahan); minus infinity at -1, which makes all gaps 0.
    private static double Log1P(double x)
    {
        var u = 1 + x;
        return u == 1 ? x : u == 0 ? double.NegativeInfinity : Math.Log(u) * x / (u - 1);
    }

    private void Skip(in CounterSpace space, double mean, RowScratch scratch)
    {
        Span<ulong> words = stackalloc ulong[Chunk];
        long candidate = -1, position = 0;
        var last = partners.Count - 1;
        var expected = partners.Count * probability;
        while (true)
        {
            // How many are drawn at once changes nothing: as many as are likely to be needed.
            var wanted = (int)Math.Min(Chunk, expected - scratch.Count + 3 * Math.Sqrt(expected) + 8);
            var run = words[..(Math.Max(8, wanted) & ~7)];
            space.Words(position, run);
            position += run.Length;
            foreach (var exponential in DrawKernel.Exponential(run))
            {
                var gap = exponential * mean;
                if (!(gap < last - candidate))
                    return;
                candidate += 1 + (long)gap;
                scratch.Add((int)candidate);
            }
        }
    }
}
