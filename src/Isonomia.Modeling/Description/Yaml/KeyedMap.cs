using System.Collections.Immutable;
using Isonomia.Modeling.Diagnostics;

namespace Isonomia.Modeling.Description.Yaml;

/// <summary>
/// A mapping of which the keys are known. Unknown keys and keys written twice are reported at once; what a key holds is
/// checked when it is asked for.
/// </summary>
internal sealed class KeyedMap
{
    private const int MostEntries = 1000;

    private static readonly Dictionary<string, string> Elsewhere = new(StringComparer.Ordinal)
    {
        ["name"] = "cell",
        ["model"] = "equations",
        ["eqs"] = "equations",
        ["equation"] = "equations",
        ["params"] = "parameters",
        ["namespace"] = "parameters",
        ["constants"] = "parameters",
        ["init"] = "initial",
        ["initial_values"] = "initial",
        ["method"] = "integrator",
        ["solver"] = "integrator",
        ["time_step"] = "dt",
        ["timestep"] = "dt",
        ["reference"] = "source",
        ["doi"] = "source",
        ["doc"] = "description",
        ["current"] = "input",
        ["stimulus"] = "input",
        ["spike"] = "threshold",
        ["on_spike"] = "reset",
        ["event"] = "on_pre",
        ["on_event"] = "on_pre",
    };

    private readonly YamlNode.Map map;
    private readonly SourceText file;
    private readonly DiagnosticBag bag;

    public KeyedMap(YamlNode.Map map, IReadOnlyList<ModelKey> known, string what, SourceText file, DiagnosticBag bag)
    {
        (this.map, this.file, this.bag) = (map, file, bag);
        What = what;
        var names = known.Select(k => k.Name).ToArray();
        foreach (var (key, _) in Distinct(map, file, bag))
        {
            var name = key.Text.Text;
            if (bag.Found.Count < DiagnosticBag.Capacity && !names.Contains(name))
                bag.Error(file, key.Span, $"unknown key '{Shortened(name)}' in {what}", Hint(name, names));
        }
    }

    /// <summary>What it is: "a cell's file".</summary>
    public string What { get; }

    /// <summary>Where it stands.</summary>
    public TextSpan Span => map.Span;

    /// <summary>Whether a key stands there.</summary>
    public bool Has(string key) => map.Entries.Any(e => e.Key.Text.Text == key);

    /// <summary>The key and what it holds; null where it does not stand there.</summary>
    public (YamlNode.Scalar Key, YamlNode Value)? Find(string key)
    {
        foreach (var entry in map.Entries)
        {
            if (entry.Key.Text.Text == key)
                return entry;
        }

        return null;
    }

    /// <summary>
    /// The text that a key holds; null where there is none, which is reported unless the key is absent.
    /// </summary>
    public ModelText? Text(string key, string expected) =>
        Find(key) is var (_, value) ? Text(value, expected) : null;

    /// <summary>As <see cref="Text(string, string)"/>, of lines that must not have been folded into one.</summary>
    public ModelText? Program(string key, string expected)
    {
        if (Find(key) is not var (_, value))
            return null;
        if (value is YamlNode.Scalar { IsEmpty: false, Folded: true } folded)
        {
            bag.Error(file, folded.Span, "found lines that YAML folds into one, where one a line was expected",
                $"write '{key}: |' and the lines below it, indented");
            return null;
        }

        if (value is YamlNode.Map or YamlNode.List)
        {
            bag.Error(file, value.Span, $"found {value.Kind} where {expected} was expected",
                $"write '{key}: |' and the lines below it, indented");
            return null;
        }

        return Text(value, expected);
    }

    /// <summary>The text of a node; null where it is none, which is reported.</summary>
    public ModelText? Text(YamlNode value, string expected)
    {
        if (value is YamlNode.Scalar { IsEmpty: false } scalar)
            return new ModelText(scalar.Text);
        bag.Error(file, value.Span, $"found {value.Kind} where {expected} was expected");
        return null;
    }

    /// <summary>Text for people that a key holds.</summary>
    public string? Prose(string key) => Text(key, "text")?.ToString().Trim();

    /// <summary>The names and texts of a mapping that a key holds.</summary>
    public ImmutableArray<NamedText> Names(string key, string expected) =>
        [.. Entries(key, $"a mapping of names to {expected}s").Select(e => (e.Key, Value: Text(e.Value, expected)))
            .Where(e => e.Value is not null).Select(e => new NamedText(new ModelText(e.Key.Text), e.Value!))];

    /// <summary>
    /// The keys and values of a mapping that a key holds, each name once; names without a readable value are left out
    /// and told of.
    /// </summary>
    public IEnumerable<(YamlNode.Scalar Key, YamlNode Value)> Entries(
        string key, string expected, ICollection<string>? unreadable = null)
    {
        if (Find(key) is not var (_, value))
            return [];
        if (value is YamlNode.Map inner)
            return Distinct(inner, file, bag, unreadable).Take(Limited(key, inner.Entries.Count, value));
        bag.Error(file, value.Span, $"found {value.Kind} where {expected} was expected",
            $"as in '{key}: {{NAME: VALUE}}'");
        return [];
    }

    /// <summary>The items of a list that a key holds.</summary>
    public IReadOnlyList<YamlNode> Items(string key, string expected)
    {
        if (Find(key) is not var (_, value))
            return [];
        if (value is YamlNode.List list)
            return [.. list.Items.Take(Limited(key, list.Items.Count, value))];
        bag.Error(file, value.Span, $"found {value.Kind} where a list of {expected} was expected",
            $"as in '{key}: [...]'");
        return [];
    }

    // More are nobody's model, and would be slow to look at.
    private int Limited(string key, int count, YamlNode value)
    {
        if (count > MostEntries)
            bag.Error(file, value.Span, $"found {count:N0} entries in '{key}'; at most {MostEntries:N0} are read");
        return MostEntries;
    }

    /// <summary>The two ends of a range.</summary>
    public (ModelText? Low, ModelText? High) Range(YamlNode value, string key)
    {
        if (value is YamlNode.List { Items: [var low, var high] })
            return (Text(low, "the smallest value"), Text(high, "the largest value"));
        bag.Error(file, value.Span, $"found {value.Kind} where a range was expected",
            $"as in '{key}: [SMALLEST, LARGEST]'");
        return default;
    }

    // Each name once, without what YAML makes of a forgotten space or of an unquoted comma.
    public static List<(YamlNode.Scalar Key, YamlNode Value)> Distinct(
        YamlNode.Map map, SourceText file, DiagnosticBag bag, ICollection<string>? unreadable = null)
    {
        var seen = new HashSet<string>();
        var kept = new List<(YamlNode.Scalar, YamlNode)>();
        var open = false;
        foreach (var entry in map.Entries)
        {
            var (name, empty) = (entry.Key.Text.Text, entry.Value is YamlNode.Scalar { IsEmpty: true });
            if (open && empty)
            {
                open = !name.Contains(')');
                continue;
            }

            // Below 'equations: |' a comma cuts nothing off, and the parser of equations says which bracket is open.
            open = entry.Value is YamlNode.Scalar value && value.Text.Text.Count('(') > value.Text.Text.Count(')')
                && (name != "equations" || file.Text[value.Span.Start] != '|');
            if (open)
            {
                bag.Error(file, entry.Value.Span, "found '(' without its ')'",
                    "inside {...}, put a value with commas in quotes");
                unreadable?.Add(name);
            }
            else if (!seen.Add(name))
            {
                bag.Error(file, entry.Key.Span, $"'{Shortened(name)}' stands here a second time", "keep one of them");
            }
            else if (empty)
            {
                var at = name.IndexOfAny([':', '=']);
                unreadable?.Add(at > 0 ? name[..at].Trim() : name);
                var (written, hint) = at > 0
                    ? ($"found '{Shortened(name)}' where a name and a value were expected",
                        $"write '{name[..at].Trim()}: {name[(at + 1)..].Trim()}'")
                    : ($"'{Shortened(name)}' has no value", $"as in '{Shortened(name)}: VALUE'");
                bag.Error(file, entry.Key.Span, written, hint);
            }
            else
            {
                kept.Add(entry);
            }
        }

        return kept;
    }

    // The words of other tools for the same thing.
    private static string Hint(string name, string[] known) =>
        Elsewhere.TryGetValue(name.ToLowerInvariant(), out var own) && known.Contains(own)
        ? $"write '{own}'"
        : NearestName.Hint(name, known) ?? "known: " + string.Join(", ", known);

    private static string Shortened(string name) => name.Length <= 40 ? name : name[..40] + "...";
}
