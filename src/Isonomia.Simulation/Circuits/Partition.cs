using Isonomia.Modeling.Circuits;
using Isonomia.Simulation.Delivery;

namespace Isonomia.Simulation.Circuits;

/// <summary>
/// Divides a circuit's cells into blocks, some for each thread. Each block has an equal share of every population, since
/// cells of a population are alike: so work is balanced, spikes and synapses as well as cells, without knowing rates.
/// A block has at most 65,536 slots (cells times ports), which is what a compact synapse can tell apart, and keeps the
/// accumulators in the cache.
/// </summary>
internal static class Partition
{
    /// <summary>Cells that are not divided: a cache line of floats.</summary>
    public const int Unit = 16;

    /// <summary>The parts of each block; blocks of one thread follow each other.</summary>
    /// <param name="circuit">The circuit.</param>
    /// <param name="threads">The number of threads.</param>
    public static CellPart[][] Of(CircuitModel circuit, int threads)
    {
        var slots = circuit.Populations.Sum(p => (long)Padded(p.Size) * p.Arrivals.Length);
        var blocks = threads;
        CellPart[][] parts;
        do
        {
            blocks = threads * (int)Math.Max((slots + ((long)threads * SynapseTable.CompactSlots) - 1)
                / ((long)threads * SynapseTable.CompactSlots), blocks / threads);
            parts = Divide(circuit, blocks);
            if (parts.All(b => b.Sum(p => p.Length * p.Slots.Length) <= SynapseTable.CompactSlots))
                return parts;
            blocks += threads;
        }
        while (true);
    }

    private static CellPart[][] Divide(CircuitModel circuit, int blocks)
    {
        var parts = new List<CellPart>[blocks];
        for (var b = 0; b < blocks; b++)
        {
            parts[b] = [];
            var slot = 0;
            for (var p = 0; p < circuit.Populations.Length; p++)
            {
                var population = circuit.Populations[p];
                long units = Padded(population.Size) / Unit;
                var first = (int)(units * b / blocks) * Unit;
                var end = (int)(units * (b + 1) / blocks) * Unit;
                if (first == end)
                    continue;
                var slots = new int[population.Arrivals.Length];
                for (var port = 0; port < slots.Length; port++)
                {
                    slots[port] = slot;
                    slot += end - first;
                }

                parts[b].Add(new CellPart(p, first, end, Math.Min(end, population.Size), slots));
            }
        }

        return [.. parts.Select(p => p.ToArray())];
    }

    private static int Padded(int size) => (size + Unit - 1) / Unit * Unit;
}
