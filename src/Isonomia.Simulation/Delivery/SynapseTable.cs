using Isonomia.Simulation.Circuits;
using Isonomia.Simulation.Connectivity;
using Isonomia.Simulation.Delivery.Kernels;

namespace Isonomia.Simulation.Delivery;

/// <summary>
/// The static synapses onto one block of cells, sorted by source cell and delay: what a spike brings after one delay is
/// one contiguous run. Compact: 4 bytes a synapse, for blocks of at most 65,536 slots and weights of 16 bits; wide: 8
/// bytes. Adding integers, so that no order of delivery changes a sum.
/// </summary>
internal sealed unsafe class SynapseTable : IDisposable
{
    /// <summary>Slots that a block of the compact form may have.</summary>
    public const int CompactSlots = 1 << 16;

    /// <summary>The largest weight of the compact form, in quanta.</summary>
    public const int CompactWeight = short.MaxValue;

    private readonly SourceRows[] sources;
    private readonly HugeMemory ends;
    private readonly HugeMemory synapses;
    private readonly bool isWide;
    private (uint Begin, uint End)[] runs = new (uint, uint)[256];

    private SynapseTable(SourceRows[] sources, HugeMemory ends, HugeMemory synapses, long count, bool isWide) =>
        (this.sources, this.ends, this.synapses, Count, this.isWide) = (sources, ends, synapses, count, isWide);

    /// <summary>The number of synapses.</summary>
    public long Count { get; }

    /// <summary>Bytes taken.</summary>
    public long Bytes => ends.Bytes + synapses.Bytes;

    /// <summary>Synaptic events delivered so far.</summary>
    public long Events { get; private set; }

    /// <summary>Draws the synapses of a block twice: to count them, and to put each in its place.</summary>
    /// <param name="groups">What reaches the block.</param>
    /// <param name="sizes">The sizes of all populations.</param>
    /// <param name="isWide">Whether synapses take 8 bytes rather than 4.</param>
    public static SynapseTable Build(IReadOnlyList<SynapseGroup> groups, int[] sizes, bool isWide)
    {
        var rowsOf = new List<SourceRows>();
        var rows = 0L;
        foreach (var bySource in groups.GroupBy(g => g.Source).OrderBy(g => g.Key))
        {
            var first = bySource.Min(g => g.Edges.MinDelaySteps);
            var delays = bySource.Max(g => g.Edges.MaxDelaySteps) - first + 1;
            rowsOf.Add(new SourceRows(bySource.Key, first, delays, rows));
            rows += (long)sizes[bySource.Key] * delays;
        }

        var index = new HugeMemory((rows + 1) * sizeof(uint));
        var end = (uint*)index.Address;
        new Span<byte>(end, checked((int)index.Bytes)).Clear();
        var count = 0L;
        foreach (var group in groups)
        {
            var of = rowsOf.Find(s => s.Population == group.Source)!;
            group.Edges.Generate(
                group.FirstTarget, group.EndTarget, batch => count += CountRows(batch, of, end), needWeights: false);
        }

        if (count > uint.MaxValue)
            throw new CircuitTooLargeException($"A block of {count:N0} synapses is more than a table holds; use more threads.");
        var sum = 0u;
        for (var row = 0L; row <= rows; row++)
            end[row] = sum += end[row];

        var table = new HugeMemory(count * (isWide ? sizeof(ulong) : sizeof(uint)));
        foreach (var group in groups)
        {
            var of = rowsOf.Find(s => s.Population == group.Source)!;
            group.Edges.Generate(group.FirstTarget, group.EndTarget, batch =>
            {
                if (isWide)
                    PlaceWide(batch, of, end, group, (ulong*)table.Address);
                else
                    Place(batch, of, end, group, (uint*)table.Address);
            });
        }

        return new SynapseTable([.. rowsOf], index, table, count, isWide);
    }

    /// <summary>Adds what arrives at the end of a step.</summary>
    /// <param name="step">The step.</param>
    /// <param name="histories">The spikes that each thread's cells sent.</param>
    /// <param name="slots">The block's accumulators.</param>
    public void Deliver(long step, SpikeHistory[] histories, int* slots)
    {
        var count = 0;
        var begin = (uint*)ends.Address;
        foreach (var source in sources)
        {
            var delays = source.Delays;
            var last = (int)Math.Min(delays, step - source.FirstDelay + 1);
            for (var d = 0; d < last; d++)
            {
                foreach (var history in histories)
                {
                    var spikes = history.Of(step - source.FirstDelay - d, source.Population);
                    if (spikes.IsEmpty)
                        continue;
                    if (runs.Length < count + spikes.Length)
                        Array.Resize(ref runs, Math.Max(count + spikes.Length, 2 * runs.Length));
                    var row = begin + source.FirstRow + d;
                    foreach (var cell in spikes)
                    {
                        var at = row + ((long)cell * delays);
                        runs[count] = (at[0], at[1]);
                        count++;
                    }
                }
            }
        }

        if (count == 0)
            return;
        fixed ((uint Begin, uint End)* first = runs)
        {
            if (isWide)
                CompactDelivery.DeliverWide((ulong*)synapses.Address, first, count, slots);
            else
                CompactDelivery.Deliver((uint*)synapses.Address, first, count, slots);
            for (var r = 0; r < count; r++)
                Events += first[r].End - first[r].Begin;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        ends.Dispose();
        synapses.Dispose();
    }

    private static int CountRows(EdgeBatch batch, SourceRows of, uint* end)
    {
        var (sources, delays) = (batch.Sources, batch.DelaySteps);
        for (var e = 0; e < batch.Count; e++)
            end[of.Row(sources[e], delays[e])]++;
        return batch.Count;
    }

    private static void Place(EdgeBatch batch, SourceRows of, uint* end, SynapseGroup group, uint* synapses)
    {
        var (scale, shift) = (1 / group.Quantum, group.Slot - group.FirstTarget);
        for (var e = 0; e < batch.Count; e++)
        {
            var weight = Weight(batch.Weights[e] * scale, CompactWeight);
            var slot = (ushort)(batch.Targets[e] + shift);
            synapses[--end[of.Row(batch.Sources[e], batch.DelaySteps[e])]] = ((uint)weight << 16) | slot;
        }
    }

    private static void PlaceWide(EdgeBatch batch, SourceRows of, uint* end, SynapseGroup group, ulong* synapses)
    {
        var (scale, shift) = (1 / group.Quantum, group.Slot - group.FirstTarget);
        for (var e = 0; e < batch.Count; e++)
        {
            var weight = (uint)Weight(batch.Weights[e] * scale, int.MaxValue);
            var slot = (uint)(batch.Targets[e] + shift);
            synapses[--end[of.Row(batch.Sources[e], batch.DelaySteps[e])]] = ((ulong)weight << 32) | slot;
        }
    }

    private static int Weight(double quanta, int most)
    {
        var rounded = Math.Round(quanta);
        return Math.Abs(rounded) <= most
            ? (int)rounded
            : throw new InvalidOperationException($"A weight of {quanta} quanta exceeds the {most} foreseen.");
    }

    // The rows of a source population: one for each cell and delay.
    private sealed record SourceRows(int Population, int FirstDelay, int Delays, long FirstRow)
    {
        public long Row(int cell, int delay) => FirstRow + ((long)cell * Delays) + delay - FirstDelay;
    }
}
