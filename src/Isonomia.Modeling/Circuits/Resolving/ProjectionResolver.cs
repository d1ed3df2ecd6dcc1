using System.Collections.Immutable;
using Isonomia.Modeling.Description;
using Isonomia.Modeling.Diagnostics;
using Isonomia.Modeling.Units;

namespace Isonomia.Modeling.Circuits.Resolving;

/// <summary>
/// The projections of a circuit, one for each pair of a source and a target that is connected; receptors are put on the
/// cells on the way.
/// </summary>
internal sealed class ProjectionResolver(
    CircuitScope circuit, PopulationNames names, ReceptorPlacement receptors, NumberFiles files, double dt)
{
    private readonly DiagnosticBag bag = circuit.Bag;
    private readonly UniqueNames unique = new();
    private readonly HashSet<string> given = new(StringComparer.Ordinal);
    private readonly ImmutableArray<ProjectionModel>.Builder found = ImmutableArray.CreateBuilder<ProjectionModel>();

    /// <summary>Resolves all of them.</summary>
    public ImmutableArray<ProjectionModel> Resolve(ImmutableArray<WrittenValue> projections)
    {
        foreach (var item in projections.OfType<WrittenValue.Map>())
            Projection(new Section(item, "a projection", bag));
        return found.ToImmutable();
    }

    private void Projection(Section section)
    {
        var sources = names.Of(section, "from", out var hasSources);
        var targets = names.Of(section, "to", out var hasTargets);
        foreach (var (key, example) in new[] { ("receptor", "receptors/ampa"), ("rule", "{in_degree: 100}"),
            ("weight", "1 nS") })
        {
            if (section.Find(key) is null && !(key == "weight" && IsListed(section)))
                section.Missing(key, example);
        }

        var name = section.Text("name", "a name");
        if (name is not null && !given.Add(name.Text))
            bag.Error(name.Source, name.Span, $"there are two projections '{name}'", "give one of them another name");

        // Of a pair that is not known, what can be checked without it is left for the next try.
        if (!hasSources || !hasTargets)
            return;
        var pairs = new PairValues([.. sources.Select(s => s.Name)], [.. targets.Select(t => t.Name)], bag);
        var single = sources.Length == 1 && targets.Length == 1;
        for (var t = 0; t < targets.Length; t++)
        {
            for (var s = 0; s < sources.Length; s++)
                Pair(section, pairs, sources[s], targets[t], s, t, single ? name?.ToString() : null, name?.ToString());
        }
    }

    private void Pair(
        Section section, PairValues pairs, PopulationDraft source, PopulationDraft target, int sourceAt, int targetAt,
        string? own, string? shared)
    {
        ValueReader.Values(section, Scope(source, target), v => pairs.Of(v, sourceAt, targetAt), out var scope);
        var rules = new RuleReader(scope, files, pairs, source, target);
        if (section.Find("rule") is not { } written)
            return;
        var delay = Delay(section, pairs, sourceAt, targetAt, scope);
        var link = section.Find("receptor") is { } value
            ? receptors.Link(source, target, value, scope, (delay, section.Find("delay") is not null))
            : null;
        var placed = link?.Receptor;
        var (rule, isEmpty) = rules.Read(written, sourceAt, targetAt, placed?.Weight);
        if (isEmpty)
            return;
        var weight = Weight(section, pairs, sourceAt, targetAt, scope, placed, rule);
        var (autapses, multapses) = (section.Flag("autapses", true), section.Flag("multapses", true));
        CheckNumbers(section, rule, source, target, autapses, multapses);
        if (placed is null || rule is null || weight is null || delay is null)
            return;
        placed.ReachedBy(source.Class);
        var first = new ProjectionModel
        {
            Name = unique.Of(own
                ?? $"{shared ?? ""}{(shared is null ? "" : " ")}{source.Name}->{target.Name} {placed.Alias}"),
            Source = source.Index,
            Target = target.Index,
            Port = link!.Ports[0],
            Rule = rule,
            Autapses = autapses,
            Multapses = multapses,
            Weight = weight,
            Delay = link.IsGraded ? new SynapticValue.Constant(dt) : delay,
            Synapse = placed.Synapse,
        };
        found.Add(first);
        foreach (var port in link.Ports.Skip(1))
            found.Add(first with { Name = unique.Of(first.Name), Port = port, DrawsOf = first.Name });
    }

    // The circuit's parameters, the sizes, and the values of the two populations.
    private CircuitScope Scope(PopulationDraft source, PopulationDraft target)
    {
        var scope = circuit;
        foreach (var (population, end) in new[] { (source, "_pre"), (target, "_post") })
        {
            scope = scope.With("N" + end, population.Size is { } size ? new Quantity(size, Dimension.None) : null);
            foreach (var (name, value) in population.Values)
                scope = scope.With(name + end, value);
        }

        return scope;
    }

    private static SynapticValue? Weight(
        Section section, PairValues pairs, int source, int target, CircuitScope scope, PlacedReceptor? placed,
        ConnectionRule? rule)
    {
        if (section.Find("weight") is { } written)
            return placed is null ? null
                : new SynapticValueReader(scope, placed.Weight, pairs, source, target).Read(written);
        if (rule is ConnectionRule.Listed { Weights.Length: > 0 })
            return new SynapticValue.Constant(0);
        if (rule is ConnectionRule.Listed)
            section.Missing("weight", "1 nS");
        return null;
    }

    private SynapticValue? Delay(Section section, PairValues pairs, int source, int target, CircuitScope scope)
    {
        if (section.Find("delay") is not { } written)
            return new SynapticValue.Constant(dt);
        var delay = new SynapticValueReader(scope, Dimension.Time, pairs, source, target).Read(written);
        var wrong = delay switch
        {
            SynapticValue.Constant { Value: <= 0 } => "found a delay that is not above zero",
            SynapticValue.Uniform { Low: < 0 } => "found delays below zero",
            SynapticValue.Normal { Mean: <= 0 } => "found delays with a mean that is not above zero",
            SynapticValue.Conduction { Offset: < 0 } => "found an offset below zero",
            _ => null,
        };
        if (wrong is not null)
            bag.Error(written.Source, written.Span, wrong, "a spike takes at least one time step");
        return wrong is null ? delay : null;
    }

    private void CheckNumbers(
        Section section, ConnectionRule? rule, PopulationDraft source, PopulationDraft target, bool autapses,
            bool multapses)
    {
        if (rule is null || source.Size is not { } sources || target.Size is not { } targets)
            return;
        var number = rule switch
        {
            ConnectionRule.InDegree d => (double)d.Count * targets,
            ConnectionRule.OutDegree d => (double)d.Count * sources,
            ConnectionRule.TotalNumber n => n.Count,
            ConnectionRule.Probability p => p.Value * sources * targets,
            ConnectionRule.AllToAll => (double)sources * targets,
            _ => 0,
        };
        var written = section.Find("rule")!;
        if (number > int.MaxValue)
        {
            bag.Error(written.Source, written.Span,
                $"found {number:N0} synapses from '{source.Name}' to '{target.Name}'; at most {int.MaxValue:N0} are "
                    + "possible");
        }

        var self = source == target && !autapses ? 1 : 0;
        var most = rule switch
        {
            ConnectionRule.InDegree => sources - self,
            ConnectionRule.OutDegree => targets - self,
            ConnectionRule.TotalNumber => ((double)sources * targets) - (self * sources),
            _ => double.PositiveInfinity,
        };
        var each = rule switch
        {
            ConnectionRule.InDegree d => d.Count,
            ConnectionRule.OutDegree d => d.Count,
            ConnectionRule.TotalNumber n => (double)n.Count,
            _ => 0,
        };
        if ((!multapses && each > most) || (each > 0 && most == 0))
        {
            bag.Error(written.Source, written.Span,
                $"found {each:N0} synapses where at most {most:N0} are possible from '{source.Name}' to "
                    + $"'{target.Name}' "
                + "without multapses", "allow multapses, or fewer synapses");
        }
    }

    private static bool IsListed(Section section) =>
        (section.Find("rule") as WrittenValue.Map)?.Find("list") is not null;
}
