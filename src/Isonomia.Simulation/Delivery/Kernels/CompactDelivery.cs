using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Isonomia.Simulation.Delivery.Kernels;

/// <summary>
/// Adds the synapses of runs to accumulators. A synapse is 4 bytes: the target's slot in the block (low 16 bits) and a
/// signed weight in quanta (high 16 bits); a run is what one spike brings to one block after one delay, contiguous.
/// Cost: 4 bytes streamed and one read, add and write of a 32-bit integer in a block of at most 256 KiB, that stays in
/// the second-level cache; runs are short (some 50 synapses in the cortical microcircuit), so that the first lines of
/// each are fetched while those before it are delivered.
/// </summary>
internal static unsafe class CompactDelivery
{
    // How many runs ahead the first lines of one are fetched.
    private const int Ahead = 4;

    // Lines of a run that are fetched ahead; the processor's own prefetcher follows then.
    private const int Lines = 3;

    /// <summary>Delivers runs.</summary>
    /// <param name="synapses">The block's synapses.</param>
    /// <param name="runs">Begin and end of each run, in synapses.</param>
    /// <param name="count">The number of runs.</param>
    /// <param name="slots">The block's accumulators.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Deliver(uint* synapses, (uint Begin, uint End)* runs, int count, int* slots)
    {
        for (var r = 0; r < Math.Min(Ahead, count); r++)
            Fetch(synapses, runs[r]);
        for (var r = 0; r < count; r++)
        {
            if (r + Ahead < count)
                Fetch(synapses, runs[r + Ahead]);
            var at = synapses + runs[r].Begin;
            var end = synapses + runs[r].End;

            // Reading four before adding any lets the additions overlap; two to the same slot stay in order.
            for (; at + 4 <= end; at += 4)
            {
                var (a, b, c, d) = (at[0], at[1], at[2], at[3]);
                slots[(ushort)a] += (int)a >> 16;
                slots[(ushort)b] += (int)b >> 16;
                slots[(ushort)c] += (int)c >> 16;
                slots[(ushort)d] += (int)d >> 16;
            }

            for (; at < end; at++)
                slots[(ushort)*at] += (int)*at >> 16;
        }
    }

    /// <summary>The same, of synapses of 8 bytes: slot, then weight in quanta, 32 bits each.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void DeliverWide(ulong* synapses, (uint Begin, uint End)* runs, int count, int* slots)
    {
        for (var r = 0; r < count; r++)
        {
            if (r + Ahead < count && Sse.IsSupported)
                Sse.Prefetch0(synapses + runs[r + Ahead].Begin);
            var end = synapses + runs[r].End;
            for (var at = synapses + runs[r].Begin; at < end; at++)
                slots[(uint)*at] += (int)(*at >> 32);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Fetch(uint* synapses, (uint Begin, uint End) run)
    {
        if (!Sse.IsSupported)
            return;
        var at = (byte*)(synapses + run.Begin);
        for (var line = 0; line < Lines; line++)
            Sse.Prefetch0(at + (line * 64));
    }
}
