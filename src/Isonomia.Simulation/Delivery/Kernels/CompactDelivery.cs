using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Isonomia.Simulation.Delivery.Kernels;

/// <summary>
/// Adds the synapses of runs to accumulators. A synapse is 4 bytes: the target's slot in the block (low 16 bits) and a
/// signed weight in quanta (high 16 bits); a run is what one spike brings to one block after one delay, contiguous.
/// Cost: 4 bytes streamed and one read, add and write of a 32-bit integer in a block of at most 256 KiB, that stays in
/// the second-level cache. Measured: 0.3 ns a synapse where everything is in the first-level cache, 0.7 where the block
/// is in the second; 0.8 with runs of 500 out of memory, and some 1.4 with runs of 32, of which each begins with a miss
/// of cache and address translation. So the first lines of runs are fetched while those before are delivered, and long
/// runs are fetched ahead all along. An experiment that failed: copying whole rows into a queue for each delay when a
/// cell spikes, to read memory in longer pieces; it costs as much as it saves.
/// </summary>
internal static unsafe class CompactDelivery
{
    // How many runs ahead the first lines of one are fetched; 8 to 32 are no better with short runs.
    private const int Ahead = 6;

    // Lines of a run that are fetched ahead.
    private const int Lines = 8;

    // How far ahead within a run, in synapses: 16 lines.
    private const int Further = 256;

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
            for (; at + 16 <= end; at += 16)
            {
                // Beyond the run, or the table, it does no harm.
                if (Sse.IsSupported)
                    Sse.Prefetch0(at + Further);
                Four(at, slots);
                Four(at + 4, slots);
                Four(at + 8, slots);
                Four(at + 12, slots);
            }

            for (; at + 4 <= end; at += 4)
                Four(at, slots);
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

    // Reading four before adding any lets the additions overlap; two to the same slot stay in order.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Four(uint* at, int* slots)
    {
        var (a, b, c, d) = (at[0], at[1], at[2], at[3]);
        slots[(ushort)a] += (int)a >> 16;
        slots[(ushort)b] += (int)b >> 16;
        slots[(ushort)c] += (int)c >> 16;
        slots[(ushort)d] += (int)d >> 16;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Fetch(uint* synapses, (uint Begin, uint End) run)
    {
        if (!Sse.IsSupported)
            return;
        var at = (byte*)(synapses + run.Begin);
        var end = (byte*)(synapses + Math.Min(run.End, run.Begin + (Lines * 16)));
        for (; at < end; at += 64)
            Sse.Prefetch0(at);
    }
}
