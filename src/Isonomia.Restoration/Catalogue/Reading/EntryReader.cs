using System.Collections.Immutable;
using Isonomia.Modeling.Description.Yaml;
using Isonomia.Modeling.Diagnostics;

namespace Isonomia.Restoration.Catalogue.Reading;

/// <summary>From a YAML tree to an entry of the catalogue; all that is wrong goes into the bag.</summary>
internal sealed class EntryReader(SourceText file, DiagnosticBag bag)
{
    private static readonly string[] Sorts = ["condition", "intervention", "card"];
    private static readonly string[] Kinds = ["drug", "stimulation", "diet", "lifestyle"];

    private readonly ValueReader values = new(file, bag);

    public CatalogueEntry? Read(YamlNode root)
    {
        if (root is not YamlNode.Map map)
        {
            bag.Error(file, root.Span, $"found {root.Kind} where keys and values were expected",
                "begin with 'condition: NAME', 'intervention: NAME' or 'card: NAME'");
            return null;
        }

        switch (map.Entries.FirstOrDefault(e => Sorts.Contains(e.Key.Text.Text)).Key?.Text.Text)
        {
            case "condition":
                return Condition(new KeyedMap(map, CatalogueKeys.Condition, "a condition's file", file, bag));
            case "intervention":
                return Intervention(new KeyedMap(map, CatalogueKeys.Intervention, "an intervention's file", file, bag));
            case "card":
                return Card(new KeyedMap(map, CatalogueKeys.Card, "an evidence card", file, bag));
            default:
                var keys = map.Entries.Select(e => e.Key.Text.Text);
                bag.Error(file, map.Entries.Count > 0 ? map.Entries[0].Key.Span : map.Span,
                    "found no key 'condition', 'intervention' or 'card' where one was expected",
                    keys.Select(k => NearestName.Hint(k, Sorts)).FirstOrDefault(h => h is not null)
                        ?? "say what the file holds by 'condition: NAME', 'intervention: NAME' or 'card: NAME'");
                return null;
        }
    }

    private Condition Condition(KeyedMap map)
    {
        var mappings = new MappingReader(file, bag, values);
        return new()
        {
            Name = Name(map, "condition"),
            Title = values.Required(map, "title"),
            Summary = values.Required(map, "summary"),
            Grounds = values.Grounds(map),
            Rivals = Words(map, "rivals"),
            Disorder = values.Required(map, "disorder"),
            Timing = values.Required(map, "timing"),
            Mechanism = mappings.Mechanism(map),
            Models = mappings.Models(map),
            Signatures = mappings.Signatures(map),
        };
    }

    private Intervention Intervention(KeyedMap map)
    {
        var mappings = new MappingReader(file, bag, values);
        var dosing = new DosingReader(file, bag, values);
        return new()
        {
            Name = Name(map, "intervention"),
            Title = values.Required(map, "title"),
            Summary = values.Required(map, "summary"),
            Grounds = values.Grounds(map),
            Rivals = Words(map, "rivals"),
            Kind = values.Choice(map, "kind", Kinds) ?? Kinds[0],
            Dosing = dosing.Dosing(map),
            Pharmacokinetics = dosing.Pharmacokinetics(map),
            Course = dosing.Course(map),
            Burden = dosing.Burden(map),
            OnlyFor = Words(map, "only_for"),
            Contraindications = Words(map, "contraindications"),
            Mechanism = mappings.Mechanism(map),
            Models = mappings.Models(map),
            Signatures = mappings.Signatures(map),
        };
    }

    private EvidenceCard Card(KeyedMap map)
    {
        var known = map.Items("known", "claims").Select(i => values.Inner(i, "a claim", "claim", "evidence", "source"))
            .OfType<KeyedMap>().Select(c => (values.Required(c, "claim"), values.Grounds(c))).ToImmutableArray();
        if (known.IsEmpty)
            values.Missing(map, "known");
        return new()
        {
            Name = Name(map, "card"),
            Title = values.Required(map, "title"),
            Summary = values.Required(map, "summary"),
            Grounds = values.Grounds(map),
            Known = known,
        };
    }

    private string Name(KeyedMap map, string key)
    {
        var text = map.Text(key, "a name");
        var name = text?.ToString() ?? "";
        if (text is not null && !name.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
            bag.Error(text.Source, text.Span, $"found '{name}' where a name was expected", "use letters, digits and '-'");
        return name;
    }

    private static ImmutableArray<string> Words(KeyedMap map, string key) =>
        [.. map.Items(key, "texts").Select(i => map.Text(i, "text")?.ToString()).OfType<string>()];
}
