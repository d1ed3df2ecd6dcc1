using System.Collections.Immutable;
using Isonomia.Modeling.Diagnostics;

namespace Isonomia.Modeling.Description.Yaml;

/// <summary>Between trees of YAML and pieces of circuits.</summary>
internal static class WrittenYaml
{
    /// <summary>A piece of a circuit on one line.</summary>
    public static string Inline(WrittenValue value) => value switch
    {
        WrittenValue.Text text => YamlText.Scalar(text.Content.ToString()),
        WrittenValue.List list => YamlText.List(list.Items.Select(Inline)),
        WrittenValue.Map map => YamlText.Map(map.Entries.Select(e => (e.Key.ToString(), Inline(e.Value)))),
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };

    /// <summary>
    /// A piece of a circuit from the text that would stand in a file: in brackets a list or a mapping. What cannot be
    /// read stays text, so that it is told of where it is used.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="origin">What findings call its place.</param>
    public static WrittenValue Parse(string text, string origin)
    {
        var plain = new WrittenValue.Text(new ModelText(text, origin));
        if (!text.AsSpan().TrimStart().StartsWith("[") && !text.AsSpan().TrimStart().StartsWith("{"))
            return plain;
        var (file, bag) = (new SourceText(text, origin), new DiagnosticBag());
        return YamlReader.Read(file, bag) is { } node && Read(node, file, bag) is { } read && !bag.HasErrors
            ? read
            : plain;
    }

    /// <summary>
    /// The piece of a circuit that stands at a place of a file; null where nothing does, which is reported.
    /// </summary>
    public static WrittenValue? Read(YamlNode node, SourceText file, DiagnosticBag bag)
    {
        switch (node)
        {
            case YamlNode.Scalar { IsEmpty: false } scalar:
                return new WrittenValue.Text(new ModelText(scalar.Text));
            case YamlNode.List list:
                var items = ImmutableArray.CreateBuilder<WrittenValue>(list.Items.Count);
                foreach (var item in list.Items)
                {
                    if (item is YamlNode.Scalar { IsEmpty: false } text
                        && text.Text.Text.Count('(') > text.Text.Text.Count(')'))
                    {
                        bag.Error(file, item.Span, "found '(' without its ')'",
                            "inside [...], put a value with commas in quotes");
                        return null;
                    }

                    if (Read(item, file, bag) is { } read)
                        items.Add(read);
                }

                return new WrittenValue.List(items.ToImmutable(), file, list.Span);
            case YamlNode.Map map:
                var entries = ImmutableArray.CreateBuilder<WrittenEntry>();
                foreach (var (key, value) in KeyedMap.Distinct(map, file, bag))
                {
                    if (Read(value, file, bag) is { } read)
                        entries.Add(new WrittenEntry(new ModelText(key.Text), read));
                }

                return new WrittenValue.Map(entries.ToImmutable(), file, map.Span);
            default:
                bag.Error(file, node.Span, $"found {node.Kind} where a value was expected");
                return null;
        }
    }
}
