using System.Text.RegularExpressions;
using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Formats.BrainVision;

/// <summary>
/// A header or marker file: an identifying line, then sections of <c>key=value</c> lines as in Windows INI files, and
/// at last a comment in free text.
/// </summary>
internal sealed partial class BrainVisionText
{
    private readonly string path;
    private readonly Dictionary<string, Dictionary<string, string>> sections = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Parses the text.</summary>
    public BrainVisionText(string path)
    {
        this.path = path;
        var section = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var comment = new List<string>();
        var inComment = false;
        foreach (var raw in FileText.Decode(File.ReadAllBytes(path)).Split('\n'))
        {
            var line = raw.Trim();
            if (inComment)
            {
                comment.Add(line);
            }
            else if (line is ['[', .. var name, ']'])
            {
                inComment = string.Equals(name, "Comment", StringComparison.OrdinalIgnoreCase);
                if (!sections.TryGetValue(name, out section!))
                    sections[name] = section = new(StringComparer.OrdinalIgnoreCase);
            }
            else if (line.IndexOf('=') is > 0 and var equals && line[0] != ';')
            {
                section.TryAdd(line[..equals].TrimEnd(), line[(equals + 1)..].TrimStart());
            }
        }

        Comment = comment;
    }

    /// <summary>The lines of the comment.</summary>
    public IReadOnlyList<string> Comment { get; }

    /// <summary>Whether a file begins as a header file does, whatever the version and its spelling.</summary>
    public static bool IsHeader(string beginning) => HeaderLine().IsMatch(beginning);

    /// <summary>Whether a file begins as a marker file does.</summary>
    public static bool IsMarkers(string beginning) => MarkerLine().IsMatch(beginning);

    /// <summary>The entries of a section; none if it is absent.</summary>
    public IReadOnlyDictionary<string, string> Section(string name) =>
        sections.TryGetValue(name, out var section) ? section : new Dictionary<string, string>();

    /// <summary>A value; null if it is absent or empty.</summary>
    public string? Value(string section, string key) =>
        Section(section).TryGetValue(key, out var value) && value.Length > 0 ? value : null;

    /// <summary>A value that must be there.</summary>
    public string Required(string section, string key) => Value(section, key)
        ?? throw new BadInputException(path, $"the entry {key} is missing from [{section}]");

    /// <summary>The complaint about a value.</summary>
    public BadInputException Complaint(string section, string key, string expected) => new(path,
        $"{key} in [{section}] should be {expected}, but there is \"{FileText.Printable(Value(section, key) ?? "")}\"");

    /// <summary>The numbered entries of a section (Ch1, Ch2, ...; Mk1, ...) with their fields, unescaped.</summary>
    public IEnumerable<(int Number, string[] Fields)> Numbered(string section, string prefix)
    {
        foreach (var (key, value) in Section(section))
        {
            if (key.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)
                && int.TryParse(key.AsSpan(prefix.Length), out var number))
                yield return (number, [.. value.Split(',').Select(f => f.Replace("\\1", ",").Trim())]);
        }
    }

    [GeneratedRegex(@"^Brain ?Vision\b.*\bHeader File", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex HeaderLine();

    [GeneratedRegex(@"^Brain ?Vision\b.*\bMarker File", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex MarkerLine();
}
