using Isonomia.Modeling.Circuits;
using Isonomia.Simulation.Circuits;
using Isonomia.Simulation.Connectivity;
using Isonomia.Simulation.Populations;

namespace Isonomia.Simulation.Synapses;

/// <summary>A projection of a circuit whose synapses keep states of their own, compiled.</summary>
/// <param name="Projection">The projection.</param>
/// <param name="Edges">Its synapses.</param>
/// <param name="Code">Its rule.</param>
/// <param name="Start">Values of states at the start.</param>
/// <param name="Port">The place of the port it reaches among the target's.</param>
internal sealed record PlasticRule(
    ProjectionModel Projection, ProjectionEdges Edges, SynapseCode Code, SynapseStart Start, int Port)
{
    // A rule that names no largest weight may let weights grow to this many times the largest at the start.
    private const double Growth = 16;

    /// <summary>The rules of a circuit.</summary>
    /// <param name="circuit">The circuit.</param>
    /// <param name="edges">The synapses of each projection.</param>
    /// <param name="populations">The cells; null for populations that only send spikes.</param>
    /// <param name="ports">How weights are kept at ports.</param>
    /// <param name="dt">The time step in seconds.</param>
    /// <param name="seed">The seed of the run.</param>
    /// <exception cref="ProjectionException">A rule cannot be compiled; the message says why.</exception>
    public static PlasticRule[] Of(
        CircuitModel circuit, ProjectionEdges[] edges, Population?[] populations, PortPlan[][] ports, double dt,
        ulong seed)
    {
        var rules = new List<PlasticRule>();
        for (var e = 0; e < edges.Length; e++)
        {
            var projection = circuit.Projections[e];
            if (projection.Synapse is not { } synapse)
                continue;
            var (source, target) = (circuit.Populations[projection.Source], circuit.Populations[projection.Target]);
            var port = PortPlan.IndexOf(target, projection.Port);
            var quantum = ports[projection.Target][port].Quantum;
            var cells = populations[projection.Target]!;
            var code = SynapseCode.Compile(
                synapse, cells, source.Size, target.Size, dt, cells.Code.Precision, quantum,
                (int)Math.Ceiling(Largest(projection, edges[e]) / quantum), new EventSites(seed, projection.Name));
            rules.Add(new PlasticRule(
                projection, edges[e], code, new SynapseStart(synapse, code.Parameters, seed, projection.Name), port));
        }

        return [.. rules];
    }

    /// <summary>The most that one synapse can transmit, in SI base units.</summary>
    /// <exception cref="ProjectionException">Nothing is known of it.</exception>
    public static double Largest(ProjectionModel projection, ProjectionEdges edges)
    {
        var start = Math.Max(Math.Abs(edges.WeightBounds.Min), Math.Abs(edges.WeightBounds.Max));
        var largest = projection.Synapse!.LargestWeight is { } limit ? Math.Max(limit, start) : Growth * start;
        return largest > 0
            ? largest
            : throw new ProjectionException(
                $"Projection '{projection.Name}': weights start at zero, and the rule of '{projection.Synapse.Name}' "
                + "names no largest; limit them, as by w = clip(w, 0*nS, wmax).");
    }

    /// <summary>The bytes that synapses take.</summary>
    public static long Bytes(SynapseModel synapse, Compilation.Precision precision) =>
        SynapseRecord.Of(synapse, precision).Bytes + sizeof(int);
}
