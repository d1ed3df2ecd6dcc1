using Isonomia.Modeling.Circuits;
using Isonomia.Simulation.Connectivity;
using Isonomia.Simulation.Synapses;

namespace Isonomia.Simulation.Circuits;

/// <summary>What a circuit will take, predicted before any of it is taken.</summary>
internal static class MemoryPlan
{
    // What the process needs besides.
    private const long Besides = 200L << 20;

    /// <summary>Refuses a circuit that will not fit.</summary>
    /// <exception cref="CircuitTooLargeException">It will not fit; the message has the figures.</exception>
    public static void RequireFit(
        CircuitModel circuit, ProjectionEdges[] edges, PortPlan[][] ports, CircuitRunSettings settings)
    {
        var synapses = edges.Sum(e => e.Expected);
        var synapseBytes = 0L;
        for (var e = 0; e < edges.Length; e++)
        {
            var projection = circuit.Projections[e];
            if (!PortPlan.IsArrival(circuit, projection))
                continue;
            var port = PortPlan.IndexOf(circuit.Populations[projection.Target], projection.Port);
            synapseBytes += edges[e].Expected * (
                projection.Synapse is { } synapse ? PlasticRule.Bytes(synapse, settings.Precision)
                : ports[projection.Target][port].IsWide ? 8 : 4);
        }

        var indexBytes = edges.Select((e, i) => (Edges: e, Projection: circuit.Projections[i]))
            .Where(e => PortPlan.IsArrival(circuit, e.Projection)).Select(e => (e.Edges, e.Projection.Source)).GroupBy(e => e.Source).Sum(g =>
            (long)circuit.Populations[g.Key].Size * sizeof(uint) * Math.Max(1, settings.Threads)
                * (g.Max(e => e.Edges.MaxDelaySteps) - g.Min(e => e.Edges.MinDelaySteps) + 1));
        var cells = circuit.Populations.Sum(p => (long)p.Size);
        var cellBytes = circuit.Populations.Sum(p =>
            (long)p.Size * 8 * ((p.Cell?.Equations.States.Count() ?? 0) + (2 * p.Arrivals.Length) + 4));
        var seconds = settings.Duration ?? circuit.Duration;
        var probeBytes = settings.Spool is not null ? 0 : circuit.Probes.Sum(p => p.Values.Length * (long)(seconds / p.Every) * sizeof(double)
            * (p.IsSum ? 1 : p.Cells?.Length ?? circuit.Populations[p.Population].Size));
        var needed = synapseBytes + indexBytes + cellBytes + probeBytes + Besides;
        var most = settings.MostBytes ?? (long)(0.95 * GC.GetGCMemoryInfo().TotalAvailableMemoryBytes);
        if (needed <= most)
            return;
        throw new CircuitTooLargeException(
            $"{circuit.Name} needs about {Gigabytes(needed)}, and there are {Gigabytes(most)}: {synapses:N0} synapses of "
            + $"{(double)synapseBytes / Math.Max(1, synapses):0.#} bytes are {Gigabytes(synapseBytes)}, what finds them "
            + $"{Gigabytes(indexBytes)}, {cells:N0} cells {Gigabytes(cellBytes)}, what probes record "
            + $"{Gigabytes(probeBytes)}; make it smaller, record less often or fewer cells, or use a machine with more "
            + "memory");
    }

    private static string Gigabytes(long bytes) => FormattableString.Invariant($"{bytes / 1e9:0.00} GB");
}
