using System.Collections.Immutable;
using Isonomia.Modeling.Diagnostics;

namespace Isonomia.Modeling.Description.Yaml;

/// <summary>Reads the parts of a circuit's file that no other model has.</summary>
internal sealed class CircuitReader(SourceText file, DiagnosticBag bag)
{
    /// <summary>The mapping of a key by its entries.</summary>
    public ImmutableArray<WrittenEntry> Entries(KeyedMap map, string key)
    {
        if (map.Find(key) is not var (_, value))
            return [];
        if (value is YamlNode.Map && WrittenYaml.Read(value, file, bag) is WrittenValue.Map read)
            return read.Entries;
        bag.Error(file, value.Span, $"found {value.Kind} where a mapping of names was expected",
            $"as in '{key}: {{NAME: {{...}}}}'");
        return [];
    }

    /// <summary>The items of a key's list.</summary>
    public ImmutableArray<WrittenValue> Items(KeyedMap map, string key) =>
        [.. map.Items(key, key).Select(i => WrittenYaml.Read(i, file, bag)).OfType<WrittenValue>()];
}
