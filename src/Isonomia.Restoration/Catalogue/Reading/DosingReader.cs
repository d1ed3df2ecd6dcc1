using Isonomia.Modeling.Description.Yaml;
using Isonomia.Modeling.Diagnostics;

namespace Isonomia.Restoration.Catalogue.Reading;

/// <summary>Reads how an intervention is given, how it acts over time, and what it costs.</summary>
internal sealed class DosingReader(SourceText file, DiagnosticBag bag, ValueReader values)
{
    private static readonly Grounds Unstated = new(EvidenceLevel.Speculative, "");

    public Dosing Dosing(KeyedMap entry)
    {
        if (Section(entry, "dose", "unit", "typical", "most", "every", "half", "hill", "evidence", "source") is not { } map)
            return new("", 1, 1, null, new(1, 0), 1, Unstated);
        var typical = values.Number(map, "typical", double.Epsilon, 1e12);
        var most = values.Number(map, "most", double.Epsilon, 1e12);
        if (most < typical && map.Find("most") is var (_, value))
            bag.Error(file, value.Span, "the greatest dose is less than the typical one");
        return new(values.Required(map, "unit"), typical, most, map.Has("every") ? values.Duration(map, "every") : null,
            values.Uncertain(map, "half"), values.Number(map, "hill", 0.1, 10), values.Grounds(map));
    }

    public Pharmacokinetics? Pharmacokinetics(KeyedMap entry) =>
        entry.Has("pharmacokinetics") && Section(entry, "pharmacokinetics", "route", "absorption_half_life", "half_life",
            "evidence", "source") is { } map
            ? new(values.Required(map, "route"), values.Duration(map, "absorption_half_life"),
                values.Uncertain(map, "half_life", isDuration: true), values.Grounds(map))
            : null;

    public EffectCourse Course(KeyedMap entry) =>
        entry.Has("course") && Section(entry, "course", "onset", "tolerance", "tolerance_time", "evidence", "source")
            is { } map
            ? new(values.Duration(map, "onset"), values.Number(map, "tolerance", 0, 1), values.Duration(map, "tolerance_time"),
                values.Grounds(map))
            : EffectCourse.Immediate;

    public Burden Burden(KeyedMap entry) =>
        Section(entry, "burden", "value", "why", "evidence", "source") is { } map
            ? new(values.Number(map, "value", 0, 1), values.Required(map, "why"), values.Grounds(map))
            : new(1, "", Unstated);

    private KeyedMap? Section(KeyedMap entry, string key, params string[] keys)
    {
        if (entry.Find(key) is var (_, node))
            return values.Inner(node, $"'{key}'", keys);
        values.Missing(entry, key);
        return null;
    }
}
