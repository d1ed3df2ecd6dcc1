using System.Buffers;
using System.Globalization;
using System.Text;

namespace Isonomia.Modeling.Description.Yaml;

/// <summary>Writes YAML in one canonical form: the same content gives the same bytes.</summary>
internal sealed class YamlText
{
    private static readonly SearchValues<char> Special = SearchValues.Create(",[]{}\"'\n\\");

    private readonly StringBuilder page = new();

    /// <summary>What is written so far.</summary>
    public override string ToString() => page.ToString();

    /// <summary>A key and a text of one line; several lines go below it as they are.</summary>
    public void Add(string key, string? text, int indent = 0)
    {
        if (text is null)
            return;
        page.Append(' ', indent).Append(key).Append(':');
        if (text.Contains('\n') && !HasControls(text))
            Block(text, indent + 2);
        else
            page.Append(' ').Append(Scalar(text)).Append('\n');
    }

    /// <summary>A key and a text that always goes below it.</summary>
    public void AddBlock(string key, string? text, int indent = 0)
    {
        if (text is null)
            return;
        page.Append(' ', indent).Append(key).Append(':');
        if (HasControls(text))
            page.Append(' ').Append(Scalar(text)).Append('\n');
        else
            Block(text, indent + 2);
    }

    /// <summary>A key with lines of their own below it.</summary>
    public void AddKey(string key, int indent = 0) => page.Append(' ', indent).Append(key).Append(":\n");

    /// <summary>A line as it is.</summary>
    public void AddLine(string line, int indent) => page.Append(' ', indent).Append(line).Append('\n');

    /// <summary>A mapping on one line: {a: 1, b: 2}.</summary>
    public static string Map(IEnumerable<(string Key, string Value)> entries) =>
        "{" + string.Join(", ", entries.Select(e => $"{Scalar(e.Key)}: {e.Value}")) + "}";

    /// <summary>A list on one line: [a, b].</summary>
    public static string List(IEnumerable<string> items) => "[" + string.Join(", ", items) + "]";

    /// <summary>A text as a scalar: as it is where it reads back as itself everywhere, else in double quotes.</summary>
    public static string Scalar(string text)
    {
        if (IsPlain(text))
            return text;
        var quoted = new StringBuilder("\"");
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' => quoted.Append("\\\""),
                '\\' => quoted.Append("\\\\"),
                '\n' => quoted.Append("\\n"),
                _ when char.IsControl(c) => quoted.Append(CultureInfo.InvariantCulture, $"\\x{(int)c:x2}"),
                _ => quoted.Append(c),
            };
        }

        return quoted.Append('"').ToString();
    }

    // Files hold none as such (the reader refuses them), but an escape like \a in quotes stands for one.
    private static bool HasControls(string text) => text.Any(c => char.IsControl(c) && c != '\n');

    private void Block(string text, int indent)
    {
        // A first line that begins with a space needs its indentation said.
        page.Append(text.StartsWith(' ') ? " |2-\n" : " |-\n");
        foreach (var line in text.Split('\n'))
            page.Append(' ', line.Length > 0 ? indent : 0).Append(line).Append('\n');
    }

    private static bool IsPlain(string text)
    {
        if (text is "" or "~" or "null" or "Null" or "NULL" || text != text.Trim())
            return false;
        if (!(char.IsAsciiLetterOrDigit(text[0]) || text[0] is '(' or '.' or '_'
            || (text[0] == '-' && text.Length > 1 && text[1] != ' ')))
            return false;
        return !text.AsSpan().ContainsAny(Special) && !text.Contains(": ") && !text.Contains(" #")
            && !text.EndsWith(':') && !text.StartsWith("---")
            && !text.Any(c => char.IsControl(c) || char.IsSurrogate(c));
    }
}
