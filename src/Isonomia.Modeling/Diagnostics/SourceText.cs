namespace Isonomia.Modeling.Diagnostics;

/// <summary>
/// A text that people wrote, and where it stands: equations inside a YAML file keep the file's lines and columns, so
/// that an error names the place the reader sees in an editor.
/// </summary>
public sealed class SourceText
{
    private readonly int[] lineStarts;
    private readonly (int Line, int Column)[]? lineOrigins;

    /// <summary>A text and its place.</summary>
    /// <param name="text">The text.</param>
    /// <param name="origin">What the reader knows it by: a file's name, or "equations".</param>
    /// <param name="lineOrigins">
    /// For each line of the text, the line and column (from 1) of its first character in the origin; null when the text
    /// is the whole of it. Lines beyond the last entry go on from it.
    /// </param>
    public SourceText(string text, string origin, (int Line, int Column)[]? lineOrigins = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        Text = text;
        Origin = origin;
        this.lineOrigins = lineOrigins is { Length: > 0 } ? lineOrigins : null;
        var starts = new List<int> { 0 };
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n')
                starts.Add(i + 1);
        }

        lineStarts = [.. starts];
    }

    /// <summary>The text.</summary>
    public string Text { get; }

    /// <summary>What the reader knows it by: a file's name, or "equations".</summary>
    public string Origin { get; }

    /// <summary>The line and column in the origin, from 1, of an index into the text.</summary>
    /// <param name="index">An index from 0 to the text's length.</param>
    public (int Line, int Column) Position(int index)
    {
        var line = LineOf(index);
        var column = index - lineStarts[line];
        if (lineOrigins is null)
            return (line + 1, column + 1);
        var known = Math.Min(line, lineOrigins.Length - 1);
        return (lineOrigins[known].Line + line - known, lineOrigins[known].Column + column);
    }

    /// <summary>The line of the text that holds an index, and the index of that line's first character.</summary>
    /// <param name="index">An index from 0 to the text's length.</param>
    public (string Text, int Start) LineAt(int index)
    {
        var line = LineOf(index);
        var end = line + 1 < lineStarts.Length ? lineStarts[line + 1] - 1 : Text.Length;
        return (Text[lineStarts[line]..end].TrimEnd('\r'), lineStarts[line]);
    }

    /// <summary>The characters of a stretch.</summary>
    /// <param name="span">A stretch of this text.</param>
    public string Slice(TextSpan span) => Text.Substring(span.Start, span.Length);

    private int LineOf(int index)
    {
        var found = Array.BinarySearch(lineStarts, Math.Clamp(index, 0, Text.Length));
        return found >= 0 ? found : ~found - 1;
    }
}
