using Isonomia.Modeling.Circuits;
using Isonomia.Simulation.Connectivity.Space;

namespace Isonomia.Simulation.Connectivity.Rows;

/// <summary>From a projection's rule to what draws its rows; what cannot be drawn is refused.</summary>
internal sealed class RowsOfRule(ProjectionModel projection, int sources, int targets, ulong seed)
{
    private readonly string name = projection.Draws;
    private readonly bool exceptSelf = !projection.Autapses && projection.Source == projection.Target;

    /// <summary>What draws the rows.</summary>
    /// <exception cref="ProjectionException">The rule cannot be met.</exception>
    public CellRows Make(Lazy<PairDistance> distance, Lazy<CellPositions?> positions)
    {
        var among = new Partners(sources, exceptSelf);
        switch (projection.Rule)
        {
            case ConnectionRule.Probability rule:
                Require(rule.Value is >= 0 and <= 1, $"a probability lies in [0, 1], not {rule.Value}");
                return new ProbabilityRows(seed, name, targets, among, rule.Value);
            case ConnectionRule.InDegree rule:
                RequireDegree(rule.Count, among, "in-degree", "sources");
                return new DegreeRows(seed, name, targets, among, !projection.Multapses, rule.Count, null);
            case ConnectionRule.OutDegree rule:
                var reached = new Partners(targets, exceptSelf);
                RequireDegree(rule.Count, reached, "out-degree", "targets");
                return new DegreeRows(seed, name, sources, reached, !projection.Multapses, rule.Count, null);
            case ConnectionRule.TotalNumber rule:
                return Total(rule.Count, among);
            case ConnectionRule.OneToOne:
                Require(sources == targets, $"one to one, but {sources} sources and {targets} targets");
                return new OwnRows(name, targets, exceptSelf);
            case ConnectionRule.AllToAll:
                return new AllRows(name, targets, among);
            case ConnectionRule.Distance rule:
                return new DistanceRows(seed, name, targets, exceptSelf, rule, distance.Value, positions.Value!);
            case ConnectionRule.Listed rule:
                RequireList(rule);
                return new ListedRows(name, rule.Targets, targets);
            default:
                throw new NotSupportedException($"Rule {projection.Rule.GetType().Name} is not known.");
        }
    }

    private DegreeRows Total(long count, Partners among)
    {
        var pairs = (long)among.Count * targets;
        Require(count >= 0, $"a number of synapses is not negative, as {count} is");
        Require(count == 0 || pairs > 0, "there is no pair to connect");
        Require(projection.Multapses || count <= pairs, $"{count} different pairs, but there are {pairs}");
        var tree = new DegreeTree(seed, name, count, targets, among.Count, !projection.Multapses);
        return new DegreeRows(seed, name, targets, among, !projection.Multapses, 0, tree);
    }

    private void RequireDegree(int count, Partners among, string degree, string cells)
    {
        Require(count >= 0, $"an {degree} is not negative, as {count} is");
        Require(count == 0 || among.Count > 0, $"an {degree} of {count}, but no {cells}");
        Require(
            projection.Multapses || count <= among.Count,
            $"an {degree} of {count} without multapses, but only {among.Count} {cells}");
    }

    private void RequireList(ConnectionRule.Listed rule)
    {
        var count = rule.Sources.Length;
        Require(rule.Targets.Length == count, $"{count} sources are listed, but {rule.Targets.Length} targets");
        Require(
            rule.Weights.IsDefaultOrEmpty || rule.Weights.Length == count,
            $"{count} synapses are listed, but {rule.Weights.Length} weights");
        Require(
            rule.Delays.IsDefaultOrEmpty || rule.Delays.Length == count,
            $"{count} synapses are listed, but {rule.Delays.Length} delays");
        var seen = new HashSet<(int, int)>();
        for (var i = 0; i < count; i++)
        {
            var (source, target) = (rule.Sources[i], rule.Targets[i]);
            Require(source >= 0 && source < sources, $"synapse {i} of the list comes from cell {source} of {sources}");
            Require(target >= 0 && target < targets, $"synapse {i} of the list goes to cell {target} of {targets}");
            Require(!(exceptSelf && source == target), $"synapse {i} of the list is an autapse of cell {source}");
            Require(
                projection.Multapses || seen.Add((source, target)),
                $"synapse {i} of the list, from {source} to {target}, is not the first of that pair");
        }
    }

    private void Require(bool holds, string what)
    {
        if (!holds)
            throw new ProjectionException($"Projection '{name}': {what}.");
    }
}
