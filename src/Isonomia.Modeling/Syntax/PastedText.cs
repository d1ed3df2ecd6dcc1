namespace Isonomia.Modeling.Syntax;

/// <summary>
/// Text pasted with the quotes of the Python program around it: eqs = '''...'''. The text between them is meant.
/// </summary>
internal static class PastedText
{
    /// <summary>Start and end of what is meant: the whole text where no quotes enclose it.</summary>
    /// <param name="text">The text.</param>
    public static (int Start, int End) Inside(string text)
    {
        var start = SkipSpace(text, 0);
        var end = text.AsSpan().TrimEnd().Length;
        var assigned = SkipName(text, start);
        if (assigned > start && SkipSpace(text, assigned) is var sign && sign < end && text[sign] == '=')
            start = SkipSpace(text, sign + 1);
        if (start < end && text[start] is 'r' or 'R' or 'u' or 'U')
            start++;
        foreach (var quote in (string[])["'''", "\"\"\"", "'", "\""])
        {
            if (end - start >= 2 * quote.Length && string.CompareOrdinal(text, start, quote, 0, quote.Length) == 0
                && text.AsSpan(start, end - start).EndsWith(quote)
                && !text.AsSpan(start + quote.Length, end - start - (2 * quote.Length)).Contains(quote, default))
            {
                return (start + quote.Length, end - quote.Length);
            }
        }

        return (0, text.Length);
    }

    private static int SkipSpace(string text, int from)
    {
        while (from < text.Length && char.IsWhiteSpace(text[from]))
            from++;
        return from;
    }

    private static int SkipName(string text, int from)
    {
        while (from < text.Length && (char.IsAsciiLetterOrDigit(text[from]) || text[from] == '_'))
            from++;
        return from;
    }
}
