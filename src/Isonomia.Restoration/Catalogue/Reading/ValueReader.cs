using System.Globalization;
using Isonomia.Modeling.Description;
using Isonomia.Modeling.Description.Yaml;
using Isonomia.Modeling.Diagnostics;

namespace Isonomia.Restoration.Catalogue.Reading;

/// <summary>Reads what entries are made of: texts, numbers, durations, uncertainty, and what they stand on.</summary>
internal sealed class ValueReader(SourceText file, DiagnosticBag bag)
{
    private static readonly string[] Levels = ["speculative", "weak", "moderate", "strong"];

    /// <summary>A text that must stand there; empty where it does not, which is reported.</summary>
    public string Required(KeyedMap map, string key)
    {
        if (map.Prose(key) is { } text)
            return text;
        if (!map.Has(key))
            Missing(map, key);
        return "";
    }

    /// <summary>Reports a key that is not there.</summary>
    public void Missing(KeyedMap map, string key) => bag.Error(file, new TextSpan(map.Span.Start, Math.Max(1, map.Span.Length)),
        $"{map.What} has no '{key}'", key is "evidence" or "source"
            ? "every number says how well it is founded and where it is from"
            : $"write '{key}: ...'");

    /// <summary>The mapping of a node; null where it is none, which is reported.</summary>
    public KeyedMap? Inner(YamlNode node, string what, params string[] keys)
    {
        if (node is YamlNode.Map map)
            return new KeyedMap(map, CatalogueKeys.Of(keys), what, file, bag);
        bag.Error(file, node.Span, $"found {node.Kind} where {what} was expected", $"as in '{{{keys[0]}: ..., ...}}'");
        return null;
    }

    /// <summary>What an entry or a number stands on.</summary>
    public Grounds Grounds(KeyedMap map) => new(Evidence(map), Required(map, "source"));

    /// <summary>One of several words; null where it is none of them, which is reported.</summary>
    public string? Choice(KeyedMap map, string key, IReadOnlyList<string> known)
    {
        if (!map.Has(key))
        {
            Missing(map, key);
            return null;
        }

        var text = map.Text(key, "one of " + string.Join(", ", known));
        if (text is null || known.Contains(text.ToString()))
            return text?.ToString();
        bag.Error(text.Source, text.Span, $"found '{text}' where one of {string.Join(", ", known)} was expected",
            NearestName.Hint(text.ToString(), known));
        return null;
    }

    /// <summary>A number within limits that must stand there; <paramref name="low"/> where it does not.</summary>
    public double Number(KeyedMap map, string key, double low, double high)
    {
        if (!map.Has(key))
        {
            Missing(map, key);
            return low;
        }

        return map.Text(key, "a number") is { } text ? Number(text, low, high) : low;
    }

    /// <summary>A duration, which must stand there; 0 where it does not.</summary>
    public double Duration(KeyedMap map, string key)
    {
        if (!map.Has(key))
            Missing(map, key);
        return map.Text(key, "a duration") is { } text ? Duration(text) : 0;
    }

    /// <summary>A positive number with its uncertainty: {median: 1, sd_log: 0.3}.</summary>
    public UncertainValue Uncertain(KeyedMap map, string key, bool isDuration = false)
    {
        if (map.Find(key) is not var (_, node))
        {
            Missing(map, key);
            return new(1, 0);
        }

        if (Inner(node, "an uncertain number", "median", "sd_log") is not { } inner)
            return new(1, 0);
        var median = isDuration ? Duration(inner, "median") : Number(inner, "median", double.Epsilon, 1e12);
        return new(median, Number(inner, "sd_log", 0, 3));
    }

    private EvidenceLevel Evidence(KeyedMap map) =>
        Choice(map, "evidence", Levels) is { } word ? (EvidenceLevel)Array.IndexOf(Levels, word) : EvidenceLevel.Speculative;

    private double Number(ModelText text, double low, double high)
    {
        if (double.TryParse(text.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && number >= low && number <= high)
            return number;
        bag.Error(text.Source, text.Span, $"found '{text}' where a number {Range(low, high)} was expected");
        return low;
    }

    private double Duration(ModelText text)
    {
        if (DurationText.Parse(text.ToString()) is { } seconds)
            return seconds;
        bag.Error(text.Source, text.Span, $"found '{text}' where a duration was expected",
            $"as in '14 d'; units are {DurationText.Known}");
        return 0;
    }

    private static string Range(double low, double high) => (low, high) switch
    {
        (0, >= 1e12) => "not below 0",
        ( <= double.Epsilon and > 0, _) => "above 0",
        (_, >= 1e12) => "",
        _ => string.Create(CultureInfo.InvariantCulture, $"from {low} to {high}"),
    };
}
