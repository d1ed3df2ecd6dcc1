using Isonomia.Modeling.Circuits;
using Isonomia.Modeling.Expressions;
using Isonomia.Simulation.Connectivity;
using Isonomia.Simulation.Synapses;

namespace Isonomia.Simulation.Circuits;

/// <summary>How the weights that reach a port are kept.</summary>
/// <param name="Quantum">What one unit is worth, in SI base units.</param>
/// <param name="IsWide">Whether synapses take 8 bytes.</param>
internal sealed record PortPlan(double Quantum, bool IsWide)
{
    /// <summary>The plans of all ports of all populations.</summary>
    public static PortPlan[][] Of(CircuitModel circuit, ProjectionEdges[] edges, double dt) =>
    [
        .. circuit.Populations.Select((population, p) => population.Arrivals.Select(port =>
        {
            var weights = new List<Quantum.Weights>();
            for (var e = 0; e < edges.Length; e++)
            {
                var projection = circuit.Projections[e];
                if (projection.Target == p && projection.Port == port.Name)
                    weights.Add(Of(projection, edges[e], population.Size));
            }

            weights.AddRange(circuit.Stimuli.Where(s => s.Target == p && s.Port == port.Name).Select(s => Of(s, dt)));
            var isPlastic = circuit.Projections.Any(
                r => r.Target == p && r.Port == port.Name && r.Synapse is not null);
            var (quantum, isWide) = Circuits.Quantum.Of(weights, isPlastic);
            return new PortPlan(quantum, isWide);
        }).ToArray()),
    ];

    /// <summary>Whether what a projection brings arrives with spikes, rather than being summed at every step.</summary>
    public static bool IsArrival(CircuitModel circuit, ProjectionModel projection) =>
        circuit.Populations[projection.Target].Arrivals.Any(a => a.Name == projection.Port);

    /// <summary>The place of a port among a population's.</summary>
    public static int IndexOf(PopulationModel population, string port)
    {
        for (var p = 0; p < population.Arrivals.Length; p++)
        {
            if (population.Arrivals[p].Name == port)
                return p;
        }

        throw new ArgumentException($"'{population.Name}' has no port '{port}'.", nameof(port));
    }

    private static Quantum.Weights Of(ProjectionModel projection, ProjectionEdges edges, int targets)
    {
        var bounds = edges.WeightBounds;
        var largest = Math.Max(Math.Abs(bounds.Min), Math.Abs(bounds.Max));
        if (projection.Synapse is not null)
            largest = PlasticRule.Largest(projection, edges);
        var typical = projection.Weight switch
        {
            SynapticValue.Normal n => Math.Max(Math.Abs(n.Mean), n.StandardDeviation),
            SynapticValue.LogNormal l => l.Median,
            _ => largest,
        };

        // Degrees scatter about their mean by its square root, at most.
        var degree = (double)edges.Expected / targets;
        var most = projection.Rule is ConnectionRule.Listed listed
            ? listed.Targets.IsEmpty ? 0 : listed.Targets.GroupBy(t => t).Max(g => g.Count())
            : degree + (20 * Math.Sqrt(degree)) + 20;
        return new Quantum.Weights(
            Math.Min(typical, largest), largest, projection is { Weight: SynapticValue.Constant, Synapse: null }, most);
    }

    // As many as a Poisson draw can be, for all purposes.
    private static Quantum.Weights Of(StimulusModel stimulus, double dt)
    {
        var mean = stimulus.Rate is null ? stimulus.Times.Length : LargestRate(stimulus) * dt;
        var weight = Math.Abs(stimulus.Weight);
        return new Quantum.Weights(weight, weight, true, mean + (20 * Math.Sqrt(mean)) + 20);
    }

    // Of a constant rate itself; one that changes may be anything up to what is refused while running.
    private static double LargestRate(StimulusModel stimulus)
    {
        if (!FreeVariables.Of(stimulus.Rate!).IsEmpty)
            return PoissonDrive.MostChangingRate;
        var rate = Evaluator.Evaluate(stimulus.Rate!, _ => 0);
        return double.IsNaN(rate)
            ? throw new ProjectionException($"stimulus '{stimulus.Name}': its rate is not a number")
            : Math.Max(0, rate);
    }
}
