using System.Globalization;
using System.Text;

namespace Isonomia.Measurement.Formats.Delimited;

/// <summary>How a table of numbers is written: its delimiter, its decimal mark, the names of its columns.</summary>
/// <param name="Delimiter">The byte between columns; a blank stands for any run of blanks and tabs.</param>
/// <param name="DecimalComma">Whether decimals are written with a comma.</param>
/// <param name="Columns">How many columns there are.</param>
/// <param name="Names">The names in the header, or none.</param>
/// <param name="HeaderLine">The number of the header's line, or zero.</param>
/// <param name="TrailingDelimiter">Whether every line ends with a delimiter that separates nothing.</param>
internal sealed record TableLayout(
    byte Delimiter, bool DecimalComma, int Columns, IReadOnlyList<string> Names, long HeaderLine,
        bool TrailingDelimiter)
{
    private const int LinesLookedAt = 20;
    private const byte Blank = (byte)' ';

    /// <summary>Looks at the beginning of a text.</summary>
    public static TableLayout Of(ReadOnlySpan<byte> head, bool isWholeFile)
    {
        var (lines, comments) = Sample(head, isWholeFile);
        var (delimiter, comma, _) = Delimiting(lines);
        var numeric = lines.FindIndex(l => IsRow(l.Text, delimiter, comma));
        if (numeric < 0)
        {
            // A table of which only the header is as it should be, or no table at all.
            var fields = lines.Count == 0 ? [] : Split(lines[0].Text, delimiter);
            return lines.Count > 1
                ? new TableLayout(delimiter, comma, fields.Length, fields, lines[0].Number, false)
                : new TableLayout(delimiter, comma, fields.Length, [], 0, false);
        }

        var row = Split(lines[numeric].Text, delimiter);
        var trailing = delimiter != Blank && lines.Count > numeric + 1 && row.Length > 1
            && lines.Skip(numeric).All(l => l.Text.EndsWith((char)delimiter));
        var columns = row.Length - (trailing ? 1 : 0);
        if (numeric > 0)
            return new TableLayout(delimiter, comma, columns, Named(Split(lines[0].Text, delimiter), columns),
                lines[0].Number, trailing);

        // NumPy writes the names of columns as a comment.
        var comment = comments.Count > 0 ? Split(comments[^1].Text.TrimStart('#', '%', ' '), delimiter) : [];
        var named = comment.Length == columns && !comment.Any(f => IsNumber(f, comma));
        return new TableLayout(delimiter, comma, columns, named ? Named(comment, columns) : [], 0, trailing);
    }

    /// <summary>Whether a text begins as a table of numbers does: after any header, lines of nothing else.</summary>
    public static bool IsTable(ReadOnlySpan<byte> head, bool isWholeFile)
    {
        var (lines, _) = Sample(head, isWholeFile);
        return lines.Count > 0 && Delimiting(lines).Rows >= Math.Max(1, lines.Count - 2);
    }

    /// <summary>Whether the line says nothing: blank, or a comment.</summary>
    public static bool IsSkipped(ReadOnlySpan<byte> line)
    {
        var text = line.TrimStart(" \t"u8);
        return text.IsEmpty || text[0] is (byte)'#' or (byte)'%';
    }

    /// <summary>
    /// The end of the field that begins at <paramref name="start"/>; where the next begins is after it.
    /// </summary>
    public int FieldEnd(ReadOnlySpan<byte> line, int start)
    {
        var rest = line[start..];
        var length = Delimiter == Blank ? rest.IndexOfAny(Blank, (byte)'\t') : rest.IndexOf(Delimiter);
        return length < 0 ? line.Length : start + length;
    }

    /// <summary>Where the field after the one that ended here begins.</summary>
    public int NextField(ReadOnlySpan<byte> line, int end)
    {
        end++;
        while (Delimiter == Blank && end < line.Length && line[end] is Blank or (byte)'\t')
            end++;
        return end;
    }

    /// <summary>A line without what is around its fields.</summary>
    public ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> line)
    {
        line = Delimiter == (byte)'\t' ? line.Trim(Blank) : line.Trim(" \t"u8);
        return TrailingDelimiter && line.Length > 0 && line[^1] == Delimiter ? line[..^1] : line;
    }

    private static (List<(string Text, long Number)> Lines, List<(string Text, long Number)> Comments) Sample(
        ReadOnlySpan<byte> head, bool isWholeFile)
    {
        var (lines, comments) = (new List<(string, long)>(), new List<(string, long)>());
        if (head.StartsWith((ReadOnlySpan<byte>)[0xef, 0xbb, 0xbf]))
            head = head[3..];
        for (var number = 1L; head.Length > 0 && lines.Count < LinesLookedAt; number++)
        {
            var end = head.IndexOf((byte)'\n');
            if (end < 0 && !isWholeFile && lines.Count > 0)
                break;
            var line = end < 0 ? head : head[..end];
            head = end < 0 ? [] : head[(end + 1)..];
            var text = Encoding.UTF8.GetString(line).Trim(' ', '\r', '\t');
            if (!IsSkipped(line.TrimEnd((byte)'\r')))
                lines.Add((text.Length == 0 ? "" : Encoding.UTF8.GetString(line).TrimEnd('\r').Trim(' '), number));
            else if (text.Length > 0 && lines.Count == 0)
                comments.Add((text, number));
        }

        return (lines, comments);
    }

    /// <summary>The delimiter and decimal mark under which most lines are all numbers.</summary>
    private static (byte Delimiter, bool DecimalComma, int Rows) Delimiting(List<(string Text, long Number)> lines)
    {
        var best = (Delimiter: Blank, DecimalComma: false, Rows: 0);
        foreach (var delimiter in "\t;, "u8)
        {
            if (delimiter != Blank && !lines.Exists(l => l.Text.Contains((char)delimiter)))
                continue;
            if (best.Rows == 0 && best.Delimiter == Blank)
                best = (delimiter, false, 0);
            foreach (var comma in delimiter == ',' ? (ReadOnlySpan<bool>)[false] : [false, true])
            {
                var rows = lines.Count(l => IsRow(l.Text, delimiter, comma));
                if (rows > best.Rows)
                    best = (delimiter, comma, rows);
            }
        }

        return best;
    }

    private static bool IsRow(string line, byte delimiter, bool comma)
    {
        var fields = Split(line, delimiter);
        return fields.Any(f => f.Length > 0) && fields.All(f => f.Length == 0 || IsNumber(f, comma));
    }

    private static string[] Split(string line, byte delimiter) => delimiter == Blank
        ? line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries)
        : [.. line.Split((char)delimiter).Select(f => f.Trim().Trim('"'))];

    private static bool IsNumber(string field, bool comma) =>
        double.TryParse(comma ? field.Replace(',', '.') : field, NumberStyles.Float, null, out _)
        || FieldNumber.IsMissing(Encoding.UTF8.GetBytes(field));

    private static string[] Named(string[] fields, int columns) =>
        [.. fields.Take(columns).Select(f => f.Trim().Trim('"')),
            .. Enumerable.Repeat("", Math.Max(0, columns - fields.Length))];
}
