using Isonomia.Modeling.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Isonomia.Modeling.Description.Yaml;

/// <summary>
/// A YAML file by lines: from the parser's marks to stretches of the file, and to the places of a text's lines.
/// </summary>
internal sealed class YamlLines
{
    private readonly SourceText file;
    private readonly string[] lines;
    private readonly int[] starts;

    public YamlLines(SourceText file)
    {
        this.file = file;
        lines = file.Text.Split('\n');
        starts = new int[lines.Length];
        for (var i = 1; i < lines.Length; i++)
            starts[i] = starts[i - 1] + lines[i - 1].Length + 1;
    }

    /// <summary>A line of the file, from 0; empty beyond the last.</summary>
    public string this[int line] => line < lines.Length ? lines[line] : "";

    /// <summary>Where a line, from 0, begins in the file.</summary>
    public int Start(int line) => starts[line];

    /// <summary>The place of a mark, as an index into the file.</summary>
    public int Index(Mark mark)
    {
        var line = (int)Math.Clamp(mark.Line - 1, 0, lines.Length - 1);
        return starts[line] + (int)Math.Clamp(mark.Column - 1, 0, lines[line].Length);
    }

    /// <summary>The stretch between two marks.</summary>
    public TextSpan Span(Mark start, Mark end)
    {
        var from = Index(start);
        return new TextSpan(from, Math.Max(0, Index(end) - from));
    }

    /// <summary>
    /// The text of a scalar, each of its lines with its place in the file. Where lines were folded into one, places
    /// behind the first fold are approximate: the parser does not keep them.
    /// </summary>
    public YamlNode.Scalar Scalar(Scalar scalar)
    {
        var (line, column) = ((int)scalar.Start.Line, (int)scalar.Start.Column);
        var block = scalar.Style is ScalarStyle.Literal or ScalarStyle.Folded;
        var several = block
            ? scalar.Style == ScalarStyle.Folded && scalar.Value.AsSpan().TrimEnd().IndexOf('\n') < 0
                && ContentLines(scalar) > 1
            : scalar.End.Line > line;
        (int Line, int Column)[] origins = block
            ? BlockOrigins(scalar)
            : [(line, scalar.Style == ScalarStyle.Plain ? column : column + 1)];
        var text = new SourceText(scalar.Value, file.Origin, origins);
        var empty = scalar.Style == ScalarStyle.Plain && scalar.Value is "" or "~" or "null" or "Null" or "NULL";
        return new YamlNode.Scalar(text, empty, several, Span(scalar.Start, scalar.End));
    }

    private int ContentLines(Scalar scalar) =>
        Enumerable.Range((int)scalar.Start.Line, (int)Math.Max(0, scalar.End.Line - scalar.Start.Line))
            .Count(line => this[line].AsSpan().Trim().Length > 0);

    // The content of a block begins on the line behind its "|"; its indentation is what the first line lost.
    private (int Line, int Column)[] BlockOrigins(Scalar scalar)
    {
        var content = scalar.Value.Split('\n');
        var first = (int)scalar.Start.Line;
        var written = Array.FindIndex(content, c => c.Length > 0);
        var raw = this[first + Math.Max(0, written)];
        var indent = written >= 0 ? Math.Max(0, raw.Length - raw.TrimStart(' ').Length - Leading(content[written])) : 0;
        if (scalar.Style == ScalarStyle.Folded)
        {
            while (first < lines.Length && this[first].Trim().Length == 0)
                first++;
            return [(first + 1, indent + 1)];
        }

        return [.. content.Select((_, i) => (first + 1 + i, indent + 1))];
    }

    private static int Leading(string line) => line.Length - line.TrimStart(' ').Length;
}
