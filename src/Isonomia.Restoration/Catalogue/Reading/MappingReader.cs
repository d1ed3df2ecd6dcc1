using System.Collections.Immutable;
using Isonomia.Modeling.Description.Yaml;
using Isonomia.Modeling.Diagnostics;

namespace Isonomia.Restoration.Catalogue.Reading;

/// <summary>Reads what an entry changes in tissue and models, and what it does to biomarkers.</summary>
internal sealed class MappingReader(SourceText file, DiagnosticBag bag, ValueReader values)
{
    private static readonly string[] Directions = ["up", "down", "none", "disputed"];

    public ImmutableArray<Change> Mechanism(KeyedMap map) =>
        [.. map.Items("mechanism", "changes").Select(i => Change(i, "change", null, null)).OfType<Change>()];

    public ImmutableArray<ModelMapping> Models(KeyedMap map) =>
        [.. map.Entries("models", "a mapping of models to what they become").Select(e => Mapping(e.Key, e.Value))
            .OfType<ModelMapping>()];

    public ImmutableArray<Signature> Signatures(KeyedMap map) =>
        [.. map.Items("signatures", "signatures").Select(Signature).OfType<Signature>()];

    private ModelMapping? Mapping(YamlNode.Scalar name, YamlNode node)
    {
        var model = name.Text.Text;
        var parameters = Parameters(name);
        if (values.Inner(node, "what a model becomes", "assumption", "evidence", "source", "changes") is not { } map)
            return null;
        var grounds = values.Grounds(map);
        var changes = map.Items("changes", "changes of parameters").Select(i => Change(i, "parameter", parameters, grounds))
            .OfType<Change>().ToImmutableArray();
        if (changes.IsEmpty)
            values.Missing(map, "changes");
        return new ModelMapping(model, values.Required(map, "assumption"), changes, grounds);
    }

    private IReadOnlyList<string>? Parameters(YamlNode.Scalar name)
    {
        var model = name.Text.Text;
        var parameters = CatalogueModels.Parameters(model);
        if (parameters is null)
        {
            bag.Error(file, name.Span, $"there is no model '{model}'",
                NearestName.Hint(model, CatalogueModels.Names) ?? "known: " + string.Join(", ", CatalogueModels.Names));
        }

        return parameters;
    }

    // In a model what a change stands on is that of the mapping, unless it says otherwise.
    private Change? Change(YamlNode node, string key, IReadOnlyList<string>? parameters, Grounds? inherited)
    {
        if (values.Inner(node, "a change", key, "factor", "shift", "evidence", "source") is not { } map)
            return null;
        var target = values.Required(map, key);
        if (parameters is not null && target.Length > 0 && !parameters.Contains(target))
        {
            bag.Error(file, map.Find(key)!.Value.Value.Span, $"the model has no parameter '{target}'",
                NearestName.Hint(target, parameters) ?? "it has " + string.Join(", ", parameters));
        }

        var grounds = inherited is not null && !map.Has("evidence") && !map.Has("source") ? inherited : values.Grounds(map);
        if (map.Has("factor") == map.Has("shift"))
        {
            bag.Error(file, map.Span, "found " + (map.Has("factor") ? "both" : "neither")
                + " of 'factor' and 'shift' where one was expected", "as in 'factor: {median: 0.8, sd_log: 0.1}'");
            return null;
        }

        if (map.Has("factor"))
        {
            var factor = values.Uncertain(map, "factor");
            return new Change(target, ChangeKind.Factor, factor.Median, factor.LogSpread, grounds);
        }

        return values.Inner(map.Find("shift")!.Value.Value, "an uncertain shift", "mean", "sd") is { } shift
            ? new Change(target, ChangeKind.Shift, values.Number(shift, "mean", -1e12, 1e12),
                values.Number(shift, "sd", 0, 1e12), grounds)
            : null;
    }

    private Signature? Signature(YamlNode node)
    {
        if (values.Inner(node, "a signature", "biomarker", "direction", "size", "model", "evidence", "source") is not { } map)
            return null;
        if (map.Find("model") is var (_, value) && value is YamlNode.Scalar model)
            Parameters(model);
        return new Signature(values.Required(map, "biomarker"),
            values.Choice(map, "direction", Directions) is { } word
                ? (Direction)Array.IndexOf(Directions, word) : Direction.Disputed,
            map.Prose("size"), map.Prose("model"), values.Grounds(map));
    }
}
