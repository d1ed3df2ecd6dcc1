using System.Text;
using Isonomia.Numerics.Files;
using Isonomia.Reporting.Markup;

namespace Isonomia.Reporting.Validation;

/// <summary>Tables for the documentation: numbers rounded to what can be told apart, the same on every
/// machine.</summary>
public static class MarkdownText
{
    /// <summary>A number with this many significant digits; a dash for none.</summary>
    public static string Number(double? value, int digits = 3)
    {
        if (value is not { } x || !double.IsFinite(x))
            return "–";
        if (x == 0)
            return "0";
        // Twice, because rounding may carry into a new place: 0.9996 is 1.00.
        var rounded = Math.Round(x, Decimals(x, digits));
        var text = rounded.ToString("F" + Decimals(rounded == 0 ? x : rounded, digits));
        return text.Replace('-', '−');
    }

    /// <summary>A number with at most this many significant digits, without needless zeros; a dash for none.</summary>
    public static string Significant(double? value, int digits) =>
        value is { } x && double.IsFinite(x) ? NumberText.Significant(x, digits) : "–";

    /// <summary>A number with this many digits after the point; a dash for none.</summary>
    public static string Fixed(double? value, int decimals) =>
        value is { } x && double.IsFinite(x) ? x.ToString("F" + decimals).Replace('-', '−') : "–";

    /// <summary>A table: a head and rows of as many cells; all columns but the first are numbers, or all are
    /// words.</summary>
    public static string Table(IReadOnlyList<string> head, IEnumerable<IReadOnlyList<string>> rows, bool words = false)
    {
        var text = new StringBuilder();
        Line(head);
        Line([.. head.Select((_, i) => i == 0 || words ? "---" : "---:")]);
        foreach (var row in rows)
            Line(row);
        return text.ToString();

        void Line(IEnumerable<string> cells) => text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
    }

    /// <summary>
    /// A text with one of its parts replaced: what stands between the lines <c>&lt;!-- NAME: begin --&gt;</c> and
    /// <c>&lt;!-- NAME: end --&gt;</c>. So that made tables can live among written words.
    /// </summary>
    /// <exception cref="ArgumentException">The text has no such part.</exception>
    public static string Replace(string text, string name, string content)
    {
        var (begin, end) = (Begin(name), $"<!-- {name}: end -->");
        var from = text.IndexOf(begin, StringComparison.Ordinal);
        var to = text.IndexOf(end, StringComparison.Ordinal);
        return from >= 0 && to > from
            ? text[..(from + begin.Length)] + "\n" + content.Trim('\n') + "\n\n" + text[to..]
            : throw new ArgumentException(
                $"the text has no part '{name}': no lines {begin.Trim()} and {end}", nameof(text));
    }

    /// <summary>
    /// Writes made parts into a page: into their places where the page is there already and has places for them (see
    /// <see cref="Replace"/>), leaving what else it says; otherwise as a new page.
    /// </summary>
    /// <exception cref="IOException">The place cannot be written to.</exception>
    public static void Write(string path, params IReadOnlyList<(string Name, string Content)> parts)
    {
        var page = File.Exists(path) ? File.ReadAllText(path) : "";
        AtomicFile.WriteText(path, parts.All(p => page.Contains(Begin(p.Name)))
            ? parts.Aggregate(page, (text, part) => Replace(text, part.Name, part.Content))
            : string.Join('\n', parts.Select(p => p.Content)));
    }

    private static int Decimals(double x, int digits) =>
        Math.Clamp(digits - 1 - (int)Math.Floor(Math.Log10(Math.Abs(x))), 0, 12);

    private static string Begin(string name) => $"<!-- {name}: begin -->\n";
}
