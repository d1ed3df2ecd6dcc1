using System.Globalization;
using System.Text;

namespace Isonomia.Modeling.Diagnostics;

/// <summary>A line of a source with a stretch of it marked, as a terminal shows it.</summary>
internal static class Excerpt
{
    // Of a longer line only what stands around the place is shown.
    private const int Width = 110;

    private const string Cut = "...";

    /// <summary>
    /// The line that holds the start of a stretch, and carets under it as far as it goes on that line; null where the
    /// line is blank.
    /// </summary>
    /// <param name="source">The text.</param>
    /// <param name="span">The stretch.</param>
    public static (string Line, string Carets)? Of(SourceText source, TextSpan span)
    {
        var (text, start) = source.LineAt(span.Start);
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var offset = Math.Clamp(span.Start - start, 0, text.Length);
        var from = text.Length <= Width ? 0 : Math.Clamp(offset - (Width / 2), 0, text.Length - Width);
        var to = Math.Min(text.Length, from + Width);
        if (from > 0 && char.IsLowSurrogate(text[from]))
            from++;
        var end = Math.Clamp(offset + span.Length, offset, to);
        var lead = from > 0 ? Cut : "";
        var line = lead + Printable(text.AsSpan(from, to - from)) + (to < text.Length ? Cut : "");
        var indent = lead.Length + Columns(text.AsSpan(from, offset - from));
        var marked = Math.Max(1, Columns(text.AsSpan(offset, end - offset)));
        return (line, new string(' ', indent) + new string('^', marked));
    }

    // What stands in a file is data: what would move a terminal's cursor or turn its writing never reaches it.
    private static string Printable(ReadOnlySpan<char> text)
    {
        var shown = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            shown.Append(Hidden(rune) ? " " : rune.ToString());
        return shown.ToString();
    }

    private static int Columns(ReadOnlySpan<char> text)
    {
        var columns = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark))
                columns++;
        }

        return columns;
    }

    private static bool Hidden(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control
        or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.SpaceSeparator;
}
