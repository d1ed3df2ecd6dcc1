using System.Runtime.InteropServices;
using Isonomia.Simulation.Delivery;
using Isonomia.Simulation.Populations;
using Isonomia.Simulation.Synapses;

namespace Isonomia.Simulation.Circuits;

/// <summary>
/// A share of every population with all synapses onto it: what one thread steps without asking others, from one meeting
/// to the next.
/// </summary>
internal sealed unsafe class TargetBlock : IDisposable
{
    private readonly CellPart[] parts;
    private readonly Population?[] populations;
    private readonly SpikeTrainSource?[] sources;
    private readonly PoissonDrive[] drives;
    private readonly ListedDrive[] listed;
    private readonly SynapseTable[] tables;
    private readonly HugeMemory accumulators;
    private readonly nint[][] arrivals;
    private readonly int populationCount;

    /// <summary>A block.</summary>
    /// <param name="parts">Its cells.</param>
    /// <param name="populations">All populations; null for those that only send spikes.</param>
    /// <param name="sources">For each part that only sends spikes where they come from.</param>
    /// <param name="drives">Poisson stimuli on its cells.</param>
    /// <param name="listed">Listed spikes that arrive at its cells.</param>
    /// <param name="tables">Its synapses.</param>
    /// <param name="history">Where the spikes of its cells are kept.</param>
    /// <param name="isKept">For each population whether its spikes are recorded.</param>
    public TargetBlock(
        CellPart[] parts, Population?[] populations, SpikeTrainSource?[] sources, PoissonDrive[] drives,
        ListedDrive[] listed, SynapseTable[] tables, SpikeHistory history, bool[] isKept)
    {
        (this.parts, this.populations, this.sources) = (parts, populations, sources);
        (this.drives, this.listed, this.tables, History) = (drives, listed, tables, history);
        populationCount = populations.Length;
        Slots = parts.Sum(p => p.Length * p.Slots.Length);
        accumulators = new HugeMemory(Math.Max(64, Slots * sizeof(int)));
        new Span<byte>((void*)accumulators.Address, (int)accumulators.Bytes).Clear();

        // Where the number of the population's cell 0 would be, so that code finds a cell by its index.
        arrivals =
        [
            .. parts.Select(part =>
            {
                var table = GC.AllocateUninitializedArray<nint>(part.Slots.Length, pinned: true);
                for (var port = 0; port < table.Length; port++)
                    table[port] = accumulators.Address + ((part.Slots[port] - (nint)part.First) * sizeof(int));
                return table;
            }),
        ];
        Records = [.. isKept.Select(kept => kept ? new List<long>() : null)];
        Counts = new long[populationCount];
    }

    /// <summary>The spikes of its cells.</summary>
    public SpikeHistory History { get; }

    /// <summary>The number of accumulators.</summary>
    public int Slots { get; }

    /// <summary>Its parts.</summary>
    public IReadOnlyList<CellPart> Parts => parts;

    /// <summary>
    /// For each population whose spikes are recorded those since they were last collected, each as step x size + cell.
    /// </summary>
    public List<long>?[] Records { get; }

    /// <summary>For each population the number of spikes.</summary>
    public long[] Counts { get; }

    /// <summary>The number of synapses.</summary>
    public long Synapses => tables.Sum(t => t.Count) + Plastic.Sum(g => (long)g.Table.Count);

    /// <summary>Bytes of synapses and their index.</summary>
    public long Bytes => tables.Sum(t => t.Bytes) + Plastic.Sum(g => g.Table.Bytes) + accumulators.Bytes;

    /// <summary>Synaptic events delivered.</summary>
    public long Events => tables.Sum(t => t.Events) + Plastic.Sum(g => g.Table.Events);

    /// <summary>Performs a step: what arrives at its end is added up, then cells are stepped.</summary>
    public void Step(long step, SpikeHistory[] histories)
    {
        var slots = (int*)accumulators.Address;
        foreach (var table in tables)
            table.Deliver(step, histories, slots);
        foreach (var group in Plastic)
            group.Deliver(step, histories, slots);
        var all = new Span<int>(slots, Slots);
        foreach (var drive in drives)
            drive.Add(step, all);
        foreach (var drive in listed)
            drive.Add(step, all);

        History.Begin(step);
        var next = 0;
        for (var p = 0; p < populationCount; p++)
        {
            var count = 0;
            if (next < parts.Length && parts[next].Population == p)
            {
                var part = parts[next];
                var spikes = History.Room(step, p, part.Length);
                count = populations[p] is { } cells
                    ? cells.Step(step, part.First, part.End, spikes, AddressOf(arrivals[next]))
                    : sources[next]!.Step(step, spikes);
                Record(step, p, spikes[..count]);
                foreach (var group in Plastic)
                {
                    if (group.Target == p)
                        group.Table.PostSpikes(spikes[..count], step);
                }

                next++;
            }

            History.End(step, p, count);
        }
    }

    /// <summary>Takes up the spikes that its cells sent in a step before, of those of all populations.</summary>
    public void Remember(long step, int[][] cells)
    {
        History.Begin(step);
        var next = 0;
        for (var p = 0; p < populationCount; p++)
        {
            int[] own = [];
            if (next < parts.Length && parts[next].Population == p)
            {
                own = [.. cells[p].Where(c => c >= parts[next].First && c < parts[next].End)];
                own.CopyTo(History.Room(step, p, own.Length));
                next++;
            }

            History.End(step, p, own.Length);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var table in tables)
            table.Dispose();
        accumulators.Dispose();
    }

    private static nint AddressOf(nint[] pinned) => Marshal.UnsafeAddrOfPinnedArrayElement(pinned, 0);

    private void Record(long step, int population, ReadOnlySpan<int> spikes)
    {
        Counts[population] += spikes.Length;
        if (Records[population] is not { } record)
            return;
        var size = Sizes[population];
        foreach (var cell in spikes)
            record.Add((step * size) + cell);
    }

    /// <summary>Its synapses with states of their own.</summary>
    public required PlasticGroup[] Plastic { get; init; }

    /// <summary>The sizes of all populations.</summary>
    public required int[] Sizes { get; init; }
}
