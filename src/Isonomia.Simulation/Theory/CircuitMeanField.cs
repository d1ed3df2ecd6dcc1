using System.Collections.Immutable;
using Isonomia.Modeling.Circuits;
using Isonomia.Modeling.Expressions;

namespace Isonomia.Simulation.Theory;

/// <summary>
/// The mean field of a circuit, read from the circuit itself: <see cref="MeanFieldCircuit"/> with the sizes, weights and inputs
/// that its projections and stimuli have.
/// </summary>
public sealed class CircuitMeanField
{
    // Beyond this share of the membrane's time constant the correction for slow synapses is no small one.
    private const double FastSynapse = 0.1;

    // Limits so many standard deviations away cut off nothing.
    private const double FarAway = 4;

    private readonly CircuitModel circuit;
    private readonly int[] cells;
    private readonly ImmutableArray<string>.Builder notes = ImmutableArray.CreateBuilder<string>();

    /// <summary>Reads a circuit.</summary>
    /// <param name="circuit">The circuit.</param>
    /// <exception cref="MeanFieldException">It has cells, synapses or inputs that this theory does not cover.</exception>
    public CircuitMeanField(CircuitModel circuit)
    {
        ArgumentNullException.ThrowIfNull(circuit);
        this.circuit = circuit;
        cells = [.. Enumerable.Range(0, circuit.Populations.Length).Where(p => circuit.Populations[p].Cell is not null)];
        if (cells.Length == 0)
            throw new MeanFieldException("the circuit has no cells");
        var linear = circuit.Populations.Select(p => p.Cell is null ? null : Linear(p)).ToArray();
        var populations = cells.Select(p => Population(p, linear[p]!)).ToArray();
        var projections = new List<MeanFieldProjection>();
        foreach (var projection in circuit.Projections)
            Add(projection, linear[projection.Target]!, populations, projections);
        foreach (var stimulus in circuit.Stimuli)
            Add(stimulus, linear[stimulus.Target]!, populations);
        Names = [.. populations.Select(p => p.Name)];
        Theory = new MeanFieldCircuit(populations, projections);
        Notes = [.. notes.Distinct()];
    }

    /// <summary>The populations with cells, in the circuit's order.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>Their mean field.</summary>
    public MeanFieldCircuit Theory { get; }

    /// <summary>What of the circuit is taken otherwise than it is.</summary>
    public ImmutableArray<string> Notes { get; }

    private static LinearCell Linear(PopulationModel population)
    {
        if (!population.Graded.IsEmpty)
            throw new MeanFieldException($"'{population.Name}' has synapses that act at every step");
        if (!population.Listed.Keys.All(k => population.Cell!.Equations.States.Any(s => s.Name == k)))
            throw new MeanFieldException($"cells of '{population.Name}' differ in their parameters");
        return new LinearCell(population.Cell!);
    }

    private MeanFieldPopulation Population(int index, LinearCell cell)
    {
        var population = circuit.Populations[index];
        double[] times =
        [
            .. circuit.Projections.Where(p => p.Target == index).Select(p => p.Port)
                .Concat(circuit.Stimuli.Where(s => s.Target == index).Select(s => s.Port)).Distinct(StringComparer.Ordinal)
                .Select(port => Response(population, port, cell).Seconds),
        ];
        var synapse = times.Length > 0 ? times.Average() : 0;
        if (times.Length > 0 && times.Max() - times.Min() > 0.01 * times.Max())
            notes.Add($"synapses of '{population.Name}' last {1e3 * times.Min():0.##} to {1e3 * times.Max():0.##} ms; their mean is taken");
        if (synapse > FastSynapse * cell.Tau)
        {
            notes.Add($"synapses of '{population.Name}' last {1e3 * synapse:0.##} ms, a membrane's {1e3 * cell.Tau:0.##}: the theory is "
                + "of synapses that are fast against it");
        }

        return new MeanFieldPopulation(
            population.Name, new DiffusionLif(cell.Tau, cell.Threshold0, cell.Reset0, cell.Refractory, synapse));
    }

    private static (double Jump, double Seconds) Response(PopulationModel population, string port, LinearCell cell)
    {
        var found = population.Arrivals.First(a => a.Name == port).Effects
            .Select(e => cell.ResponseTo(e.State.Name, e.Coefficient)).ToArray();
        var jump = found.Sum(f => f.Jump);
        return (jump, jump == 0 ? 0 : found.Sum(f => f.Jump * f.Seconds) / jump);
    }

    private void Add(ProjectionModel projection, LinearCell cell, MeanFieldPopulation[] populations,
        List<MeanFieldProjection> projections)
    {
        if (projection.Synapse is not null)
            throw new MeanFieldException($"synapses of '{projection.Name}' change");
        var (source, target) = (circuit.Populations[projection.Source], circuit.Populations[projection.Target]);
        var (weight, deviation) = Weights(projection);
        var jump = weight * Response(target, projection.Port, cell).Jump;
        var degree = InDegree(projection, source.Size, target.Size);
        var relative = weight == 0 ? 0 : deviation / Math.Abs(weight);
        var to = Array.IndexOf(cells, projection.Target);
        if (source.Cell is not null)
        {
            projections.Add(new MeanFieldProjection(Array.IndexOf(cells, projection.Source), to, degree, jump, relative));
            return;
        }

        var rate = degree * Rate(source);
        var spread = populations[to].Cell.Tau * rate * jump * jump * relative * relative;
        populations[to] = populations[to].WithPoisson(rate, jump);
        populations[to] = populations[to] with { ExternalVariance = populations[to].ExternalVariance + spread };
    }

    private void Add(StimulusModel stimulus, LinearCell cell, MeanFieldPopulation[] populations)
    {
        if (stimulus.Rate is not { } rate)
        {
            notes.Add($"the listed spikes of '{stimulus.Name}' are left out");
            return;
        }

        if (stimulus.Cells is not null)
            throw new MeanFieldException($"'{stimulus.Name}' reaches a part of the cells only");
        var to = Array.IndexOf(cells, stimulus.Target);
        populations[to] = populations[to].WithPoisson(
            Steady(rate, stimulus.Name), stimulus.Weight * Response(circuit.Populations[stimulus.Target], stimulus.Port, cell).Jump);
    }

    private static double Rate(PopulationModel source) => source.Spikes switch
    {
        SpikeSource.Poisson poisson => Steady(poisson.Rate, source.Name),
        _ => throw new MeanFieldException($"the spikes of '{source.Name}' are listed, and have no steady rate"),
    };

    private static double Steady(Expression rate, string name) =>
        FreeVariables.Of(rate).IsEmpty
            ? Evaluator.Evaluate(rate, _ => double.NaN)
            : throw new MeanFieldException($"the rate of '{name}' changes over time or from source to source");

    private static double InDegree(ProjectionModel projection, int sources, int targets) => projection.Rule switch
    {
        ConnectionRule.Probability p => p.Value * sources,
        ConnectionRule.InDegree k => k.Count,
        ConnectionRule.OutDegree k => (double)k.Count * sources / targets,
        ConnectionRule.TotalNumber n => (double)n.Count / targets,
        ConnectionRule.AllToAll => sources,
        ConnectionRule.OneToOne => 1,
        _ => throw new MeanFieldException($"'{projection.Name}' connects by distance or by a list: cells of one population differ"),
    };

    private (double Mean, double Deviation) Weights(ProjectionModel projection)
    {
        var (mean, deviation) = projection.Weight switch
        {
            SynapticValue.Constant c => (c.Value, 0),
            SynapticValue.Normal n => (n.Mean, n.StandardDeviation),
            SynapticValue.LogNormal l => (l.Median * Math.Exp(l.Sigma * l.Sigma / 2),
                Math.Abs(l.Median) * Math.Exp(l.Sigma * l.Sigma / 2) * Math.Sqrt(Math.Exp(l.Sigma * l.Sigma) - 1)),
            SynapticValue.Uniform u => ((u.Low + u.High) / 2, (u.High - u.Low) / Math.Sqrt(12)),
            _ => throw new MeanFieldException($"weights of '{projection.Name}' depend on distance"),
        };
        if (deviation > 0 && (projection.Weight.Minimum > mean - (FarAway * deviation)
            || projection.Weight.Maximum < mean + (FarAway * deviation)))
        {
            notes.Add($"limits of the weights of '{projection.Name}' are left out");
        }

        return (mean, deviation);
    }
}
