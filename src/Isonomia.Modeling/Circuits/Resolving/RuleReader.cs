using System.Collections.Immutable;
using Isonomia.Modeling.Description;
using Isonomia.Modeling.Diagnostics;
using Isonomia.Modeling.Units;

namespace Isonomia.Modeling.Circuits.Resolving;

/// <summary>The connection rule of one pair of a projection.</summary>
internal sealed class RuleReader(
    CircuitScope scope, NumberFiles files, PairValues pairs, PopulationDraft source, PopulationDraft target)
{
    private readonly DiagnosticBag bag = scope.Bag;

    /// <summary>Reads the rule.</summary>
    /// <param name="value">What is written.</param>
    /// <param name="sourceAt">The source's place among the sources.</param>
    /// <param name="targetAt">The target's place among the targets.</param>
    /// <param name="weight">The dimension of a listed weight; null where that is not known.</param>
    /// <returns>The rule, null after an error; and whether the pair is not connected at all.</returns>
    public (ConnectionRule? Rule, bool IsEmpty) Read(WrittenValue value, int sourceAt, int targetAt, Dimension? weight)
    {
        if (value is not WrittenValue.Map map)
            return default;
        var section = new Section(map, "a connection rule", bag);
        if (map.Entries.Length != 1)
        {
            bag.Error(map.Source, map.Span, map.Entries.Length == 0
                ? "found no connection rule"
                : $"found {map.Entries.Length} connection rules where one was expected",
                "as in 'rule: {in_degree: 100}'");
            return default;
        }

        var (key, written) = map.Entries[0];
        switch (key.Text)
        {
            case "one_to_one":
                if (!section.Flag(key.Text, true))
                    return default;
                if (source.Size is { } a && target.Size is { } b && a != b)
                {
                    bag.Error(written.Source, written.Span,
                        $"'{source.Name}' has {a} cells and '{target.Name}' {b}, where one to one needs as many");
                    return default;
                }

                return (new ConnectionRule.OneToOne(), false);
            case "all_to_all":
                return section.Flag(key.Text, true) ? (new ConnectionRule.AllToAll(), false) : default;
            case "distance":
                return (section.Map(key.Text, "a rule of distance") is { } distance ? Distance(distance) : null, false);
            case "list":
                return (Listed(written, weight), false);
            default:
                return pairs.Of(written, sourceAt, targetAt) is { } one
                    && Section.Text(one, "a number", bag) is { } text
                        ? Number(key.Text, text)
                        : default;
        }
    }

    private (ConnectionRule? Rule, bool IsEmpty) Number(string kind, ModelText text)
    {
        if (kind == "probability")
        {
            if (scope.Value(text, Dimension.None) is not { } p)
                return default;
            if (p is >= 0 and <= 1)
                return (new ConnectionRule.Probability(p), p == 0);
            bag.Error(text.Source, text.Span, $"found {p} where a probability from 0 to 1 was expected");
            return default;
        }

        if (scope.Count(text, "a number of synapses", 0) is not { } count)
            return default;
        return kind switch
        {
            "in_degree" => (new ConnectionRule.InDegree((int)count), count == 0),
            "out_degree" => (new ConnectionRule.OutDegree((int)count), count == 0),
            "total_number" => (new ConnectionRule.TotalNumber(count), count == 0),
            _ => default,
        };
    }

    private ConnectionRule.Distance? Distance(Section section)
    {
        foreach (var population in new[] { source, target }.Where(p => p.Space is null).Distinct())
        {
            bag.Error(section.Written.Source, section.Written.Span,
                $"'{population.Name}' has no 'space', which a rule of distance needs",
                "add 'space: {kind: ring, width: 1 mm}' to the population");
        }

        var kernel = SynapticValueReader.Kernel(section);
        var peak = section.Text("peak", "a probability") is { } p ? scope.Value(p, Dimension.None) : 1;
        if (peak is not (null or (>= 0 and <= 1)))
        {
            var text = section.Text("peak", "")!;
            bag.Error(text.Source, text.Span, $"found {peak} where a probability from 0 to 1 was expected");
        }

        var width = section.Required("width", "a length", "100 um") is { } w ? SpaceReader.Length(w, scope) : null;
        var cutoff = section.Text("cutoff", "a length") is { } c ? SpaceReader.Length(c, scope) : null;
        return kernel is { } k && peak is { } high && width is { } s
            ? new ConnectionRule.Distance(k, high, s, cutoff)
            : null;
    }

    private ConnectionRule.Listed? Listed(WrittenValue value, Dimension? weight)
    {
        double?[] sources;
        double?[] targets;
        double?[] weights = [];
        double?[] delays = [];
        var section = value is WrittenValue.Map map ? new Section(map, "a list of synapses", bag) : null;
        var file = value is WrittenValue.Text text ? text.Content : section?.Text("file", "the name of a file");
        if (file is not null)
        {
            if (files.Read(file) is not { } rows)
                return null;
            if (rows[0].Length is < 2 or > 4)
            {
                bag.Error(file.Source, file.Span, $"'{file}' has {rows[0].Length} columns; source, target and perhaps "
                    + "weight and delay were expected");
                return null;
            }

            (sources, targets) = (Column(rows, 0), Column(rows, 1));
            (weights, delays) = (Column(rows, 2), Column(rows, 3));
        }
        else if (section is null)
        {
            bag.Error(value.Source, value.Span,
                "found a list where a file or {sources: [...], targets: [...]} was expected");
            return null;
        }
        else
        {
            sources = Values(section, "sources", Dimension.None);
            targets = Values(section, "targets", Dimension.None);
            if (weight is { } dimension)
                weights = Values(section, "weights", dimension);
            delays = Values(section, "delays", Dimension.Time);
            if (sources.Length == 0)
                section.Missing("sources", "[0, 1]");
        }

        var read = new[] { sources, targets, weights, delays };
        if (Array.Exists(read, r => Array.Exists(r, v => v is null)))
            return null;
        var wrong = targets.Length != sources.Length || weights.Length is not 0 && weights.Length != sources.Length
            || delays.Length is not 0 && delays.Length != sources.Length
                ? $"found {sources.Length} sources, {targets.Length} targets, {weights.Length} weights and "
                    + $"{delays.Length} delays"
            : Beyond(sources, source) ?? Beyond(targets, target)
                ?? (Array.Exists(delays, d => !(d > 0)) ? "found a delay that is not above zero" : null);
        if (wrong is null)
            return new ConnectionRule.Listed(Indices(sources), Indices(targets), Numbers(weights), Numbers(delays));
        bag.Error(value.Source, value.Span, wrong);
        return null;
    }

    private static string? Beyond(double?[] cells, PopulationDraft population) => population.Size is { } size
        && Array.Find(cells, c => c != Math.Floor(c!.Value) || c < 0 || c >= size) is { } wrong
            ? $"found the cell {wrong} of '{population.Name}', which has the cells 0 to {size - 1}"
            : null;

    private double?[] Values(Section section, string key, Dimension dimension) =>
        [.. section.Texts(key, "a value").Select(t => scope.Value(t, dimension))];

    private static double?[] Column(double[][] rows, int column) =>
        column < rows[0].Length ? Array.ConvertAll(rows, r => (double?)r[column]) : [];

    private static ImmutableArray<int> Indices(double?[] values) => [.. values.Select(v => (int)v!.Value)];

    private static ImmutableArray<double> Numbers(double?[] values) => [.. values.Select(v => v!.Value)];
}
