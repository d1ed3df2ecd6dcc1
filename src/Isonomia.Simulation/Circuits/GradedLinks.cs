using System.Numerics;
using Isonomia.Modeling.Circuits;
using Isonomia.Modeling.Expressions;
using Isonomia.Simulation.Compilation;
using Isonomia.Simulation.Connectivity;
using Isonomia.Simulation.Coupling;
using Isonomia.Simulation.Populations;

namespace Isonomia.Simulation.Circuits;

/// <summary>
/// What is summed over sources at every step, in three stages between which all threads meet: the sources' values, what
/// sums share, and the sums, which become inputs of the targets' cells.
/// </summary>
internal abstract class GradedLinks
{
    /// <summary>The links of a circuit; null for one without any.</summary>
    public static GradedLinks? Of(
        CircuitModel circuit, ProjectionEdges[] edges, Population?[] populations, CircuitRunSettings settings)
    {
        if (circuit.Populations.All(p => p.Graded.IsEmpty))
            return null;
        return settings.Precision == Precision.Single
            ? new GradedLinks<float>(circuit, edges, populations, settings.Threads)
            : new GradedLinks<double>(circuit, edges, populations, settings.Threads);
    }

    /// <summary>Evaluates what the cells of a part give, from their states as they are.</summary>
    /// <param name="step">The number of the step that comes next.</param>
    /// <param name="part">The cells.</param>
    public abstract void Evaluate(long step, CellPart part);

    /// <summary>Prepares one member's share of the sums.</summary>
    public abstract void Prepare(int member, int members);

    /// <summary>Sums for the cells of a part.</summary>
    public abstract void Sum(CellPart part);
}

/// <summary>The links of a circuit whose cells are kept in numbers of one kind.</summary>
/// <typeparam name="T">float or double.</typeparam>
internal sealed class GradedLinks<T> : GradedLinks
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Population?[] populations;
    private readonly List<Given> given = [];
    private readonly List<Link> links = [];

    public GradedLinks(
        CircuitModel circuit, ProjectionEdges[] edges, Population?[] populations, int threads)
    {
        this.populations = populations;
        for (var p = 0; p < edges.Length; p++)
        {
            var projection = circuit.Projections[p];
            var (source, target) = (circuit.Populations[projection.Source], circuit.Populations[projection.Target]);
            if (target.Graded.FirstOrDefault(g => g.Name == projection.Port) is not { } port)
                continue;
            var own = edges[p];
            var coupling = GradedCoupling<T>.Create(projection, source, target, (first, end, receive) =>
                own.Generate(first, end, b => receive(
                    b.Sources.AsSpan(0, b.Count), b.Targets.AsSpan(0, b.Count), b.Weights.AsSpan(0, b.Count))), threads);
            links.Add(new Link(projection.Target, port.Name, coupling, Values(projection.Source, source, port.Value)));
        }

        foreach (var fixedLink in links.Where(l => l.Given.IsFixed))
        {
            fixedLink.Coupling.Prepare(fixedLink.Given.Values, 0, 1);
            var sums = new T[circuit.Populations[fixedLink.Target].Size];
            fixedLink.Coupling.AddTo(0, sums);
            fixedLink.Sums = sums;
        }
    }

    public override void Evaluate(long step, CellPart part)
    {
        foreach (var values in given)
        {
            if (values.Source == part.Population)
                values.Probe?.Evaluate(step, part.First, part.Cells);
        }
    }

    public override void Prepare(int member, int members)
    {
        foreach (var link in links)
        {
            if (!link.Given.IsFixed)
                link.Coupling.Prepare(link.Given.Values, member, members);
        }
    }

    public override void Sum(CellPart part)
    {
        foreach (var link in links)
        {
            if (link.Target == part.Population)
                Input(link)[part.First..part.Cells].Clear();
        }

        foreach (var link in links)
        {
            if (link.Target != part.Population)
                continue;
            var sums = Input(link)[part.First..part.Cells];
            if (link.Sums is null)
            {
                link.Coupling.AddTo(part.First, sums);
                continue;
            }

            for (var i = 0; i < sums.Length; i++)
                sums[i] += link.Sums[part.First + i];
        }
    }

    private Span<T> Input(Link link) => populations[link.Target]!.Input<T>(link.Port);

    // What several projections read of the same source is evaluated once.
    private Given Values(int source, PopulationModel model, Expression value)
    {
        if (given.Find(g => g.Source == source && g.Value.Equals(value)) is { } known)
            return known;
        var isFixed = FreeVariables.Of(value).IsEmpty;
        var constants = isFixed ? new T[model.Size] : [];
        if (isFixed)
            Array.Fill(constants, T.CreateChecked(Evaluator.Evaluate(value, _ => 0)));
        var probe = isFixed ? null : populations[source]!.Probe([("given", value)]);
        given.Add(new Given(source, value, probe, constants, model.Size));
        return given[^1];
    }

    // What the cells of a population give.
    private sealed record Given(int Source, Expression Value, Probe? Probe, T[] Constants, int Size)
    {
        public bool IsFixed => Probe is null;

        public ReadOnlySpan<T> Values => Probe is null ? Constants : Probe.Numbers<T>(0)[..Size];
    }

    // A projection's sums.
    private sealed record Link(int Target, string Port, GradedCoupling<T> Coupling, Given Given)
    {
        public T[]? Sums { get; set; }
    }
}
