using System.Collections.Immutable;
using Isonomia.Modeling.Description;
using Isonomia.Modeling.Diagnostics;

namespace Isonomia.Modeling.Circuits.Resolving;

/// <summary>Whether the keys of a circuit are known, and hold mappings where mappings belong.</summary>
internal static class CircuitForm
{
    // The words of other tools for the same thing.
    private static readonly Dictionary<string, string> Elsewhere = new(StringComparer.Ordinal)
    {
        ["n"] = "size",
        ["count"] = "size",
        ["model"] = "cell",
        ["neuron"] = "cell",
        ["pre"] = "from",
        ["source"] = "from",
        ["post"] = "to",
        ["synapse"] = "receptor",
        ["connect"] = "rule",
        ["p"] = "probability",
        ["indegree"] = "in_degree",
        ["outdegree"] = "out_degree",
        ["delays"] = "delay",
        ["weights"] = "weight",
        ["interval"] = "every",
        ["min"] = "minimum",
        ["max"] = "maximum",
        ["frequency"] = "rate",
        ["record"] = "variables",
    };

    /// <summary>Reports what is wrong.</summary>
    public static void Check(CircuitDescription circuit, DiagnosticBag bag)
    {
        foreach (var (name, value) in circuit.Populations)
        {
            if (Map(value, $"population '{name}'", CircuitKeys.Population, bag) is not { } population)
                continue;
            Inner(population, "spikes", "the spikes of a population", CircuitKeys.Spikes, bag);
            Inner(population, "space", "a space", CircuitKeys.Space, bag);
        }

        foreach (var item in circuit.Projections)
        {
            if (Map(item, "a projection", CircuitKeys.Projection, bag) is not { } projection)
                continue;
            Receptor(projection, bag);
            if (projection.Find("rule") is { } written
                && Map(written, "a connection rule", CircuitKeys.Rule, bag) is { } rule)
            {
                Inner(rule, "distance", "a rule of distance", CircuitKeys.Distance, bag);
                if (rule.Find("list") is WrittenValue.Map)
                    Inner(rule, "list", "a list of synapses", CircuitKeys.Listed, bag);
            }

            Value(projection.Find("weight"), "a weight", bag);
            Value(projection.Find("delay"), "a delay", bag);
        }

        foreach (var item in circuit.Stimuli)
        {
            if (Map(item, "a stimulus", CircuitKeys.Stimulus, bag) is { } stimulus)
                Receptor(stimulus, bag);
        }

        foreach (var item in circuit.Probes)
        {
            if (Map(item, "a probe", CircuitKeys.Probe, bag) is { } probe)
                Inner(probe, "dipole", "a dipole", CircuitKeys.Dipole, bag);
        }
    }

    private static void Receptor(WrittenValue.Map map, DiagnosticBag bag)
    {
        if (map.Find("receptor") is WrittenValue.Map)
            Inner(map, "receptor", "a receptor", CircuitKeys.Receptor, bag);
    }

    // A mapping of pairs ("E->I") is no value in its long form.
    private static void Value(WrittenValue? value, string what, DiagnosticBag bag)
    {
        if (value is not WrittenValue.Map map || PairValues.IsOfPairs(map))
            return;
        Map(map, what, CircuitKeys.Value, bag);
        Inner(map, "distance", "a value of distance", CircuitKeys.ValueOfDistance, bag);
        Inner(map, "conduction", "a delay of conduction", CircuitKeys.Conduction, bag);
    }

    private static void Inner(
        WrittenValue.Map map, string key, string what, ImmutableArray<ModelKey> known, DiagnosticBag bag)
    {
        if (map.Find(key) is { } value)
            Map(value, what, known, bag);
    }

    private static WrittenValue.Map? Map(
        WrittenValue value, string what, ImmutableArray<ModelKey> known, DiagnosticBag bag)
    {
        if (value is not WrittenValue.Map map)
        {
            bag.Error(value.Source, value.Span, $"found {value.Form} where the keys of {what} were expected",
                $"as in '{{{known[0].Name}: {known[0].Example}}}'");
            return null;
        }

        foreach (var (key, _) in map.Entries)
        {
            if (known.Any(k => k.Name == key.Text))
                continue;
            var names = known.Select(k => k.Name).ToArray();
            bag.Error(key.Source, key.Span, $"unknown key '{key}' in {what}",
                Elsewhere.TryGetValue(key.Text.ToLowerInvariant(), out var own) && names.Contains(own)
                    ? $"write '{own}'"
                    : NearestName.Hint(key.Text, names) ?? "known: " + string.Join(", ", names));
        }

        return map;
    }
}
