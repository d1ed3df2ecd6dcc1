using System.Numerics;

namespace Isonomia.Simulation.Fields.Running.Kernels;

/// <summary>
/// What regions send to each other, with delays: a ring of past values, time by time, each a row of a power of two of
/// regions, so that a value one delay ago is one addition and one mask away. A connection costs a weight (8 bytes), an
/// offset (4) and a gathered value (8, mostly in the first two caches); 1.0 ns each, measured with 76 regions.
/// </summary>
/// <remarks>
/// Inputs are held over a step, so what is read is the value in the middle of it, n + 1/2 - d steps: the mean of two
/// neighbours, which the ring keeps ready. A delay is rounded to whole steps; one below half a step reads the present.
/// </remarks>
internal sealed class RegionExchange
{
    private readonly int regions;
    private readonly int copies;
    private readonly int stride;
    private readonly int mask;
    private readonly double[] ring;
    private readonly double[] last;
    private readonly int[] rows;
    private readonly int[] offsets;
    private readonly double[] weights;
    private readonly int[] presentRows;
    private readonly int[] presentSources;
    private readonly double[] presentWeights;

    /// <summary>Connections between the regions of each of several copies of a network.</summary>
    /// <param name="weight">The weights, targets x sources.</param>
    /// <param name="delays">The delays in steps, likewise.</param>
    /// <param name="regions">The number of regions.</param>
    /// <param name="copies">The number of copies, one behind the other.</param>
    public RegionExchange(ReadOnlySpan<double> weight, ReadOnlySpan<int> delays, int regions, int copies)
    {
        (this.regions, this.copies) = (regions, copies);
        stride = (int)BitOperations.RoundUpToPowerOf2((uint)(regions * copies));
        var longest = 1;
        foreach (var delay in delays)
            longest = Math.Max(longest, delay);
        var length = checked((int)BitOperations.RoundUpToPowerOf2((uint)longest + 1) * stride);
        (ring, mask, last) = (new double[length], length - 1, new double[regions * copies]);
        (rows, presentRows) = (new int[regions + 1], new int[regions + 1]);
        var (later, now) = (new List<(int Offset, double Weight)>(), new List<(int Source, double Weight)>());
        for (var target = 0; target < regions; target++)
        {
            for (var source = 0; source < regions; source++)
            {
                var (w, d) = (weight[(target * regions) + source], delays[(target * regions) + source]);
                if (w == 0)
                    continue;
                if (d == 0)
                    now.Add((source, w));
                else
                    later.Add((source - ((d - 1) * stride), w));
            }

            (rows[target + 1], presentRows[target + 1]) = (later.Count, now.Count);
        }

        (offsets, weights) = ([.. later.Select(e => e.Offset)], [.. later.Select(e => e.Weight)]);
        (presentSources, presentWeights) = ([.. now.Select(e => e.Source)], [.. now.Select(e => e.Weight)]);
    }

    /// <summary>The number of connections.</summary>
    public int Connections => copies * (offsets.Length + presentSources.Length);

    /// <summary>Before the run everything was as it is now.</summary>
    /// <param name="values">What each region sends.</param>
    public void Begin(ReadOnlySpan<double> values)
    {
        for (var at = 0; at < ring.Length; at += stride)
            values[..last.Length].CopyTo(ring.AsSpan(at));
        values[..last.Length].CopyTo(last);
    }

    /// <summary>Takes what regions send at the start of a step, and gives what they receive over it.</summary>
    /// <param name="step">The step's number.</param>
    /// <param name="values">What each region sends.</param>
    /// <param name="received">Receives the sums.</param>
    public void Exchange(long step, ReadOnlySpan<double> values, Span<double> received)
    {
        var now = (int)((step * stride) & mask);
        for (var i = 0; i < last.Length; i++)
        {
            ring[now + i] = (last[i] + values[i]) / 2;
            last[i] = values[i];
        }

        for (var copy = 0; copy < copies; copy++)
        {
            var first = copy * regions;
            for (var target = 0; target < regions; target++)
            {
                var sum = 0.0;
                for (var e = rows[target]; e < rows[target + 1]; e++)
                    sum += weights[e] * ring[(now + first + offsets[e]) & mask];
                for (var e = presentRows[target]; e < presentRows[target + 1]; e++)
                    sum += presentWeights[e] * values[first + presentSources[e]];
                received[first + target] = sum;
            }
        }
    }
}
