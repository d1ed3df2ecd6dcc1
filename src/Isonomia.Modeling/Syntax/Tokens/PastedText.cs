namespace Isonomia.Modeling.Syntax.Tokens;

/// <summary>
/// Text pasted with the Python program around it: eqs = '''...''', or Equations('...'). What the quotes hold is
/// meant.
/// </summary>
internal static class PastedText
{
    private static readonly string[] Quotes = ["'''", "\"\"\"", "'", "\""];

    /// <summary>Start and end of what is meant: the whole text where no quotes enclose it.</summary>
    /// <param name="text">The text.</param>
    public static (int Start, int End) Inside(string text)
    {
        var start = SkipSpace(text, 0);
        var end = text.AsSpan().TrimEnd().Length;
        if (SkipNameAnd('=', text, start) is var assigned && assigned > start)
            start = SkipSpace(text, assigned);
        if (SkipNameAnd('(', text, start) is var called && called > start && end > called && text[end - 1] == ')')
            (start, end) = (SkipSpace(text, called), text.AsSpan(0, end - 1).TrimEnd().Length);
        if (start < end && text[start] is 'r' or 'R' or 'u' or 'U')
            start++;
        var rest = text.AsSpan(start, Math.Max(0, end - start));
        foreach (var quote in Quotes)
        {
            var inner = rest.Length - (2 * quote.Length);
            if (inner >= 0 && rest.StartsWith(quote) && rest.EndsWith(quote)
                && rest.Slice(quote.Length, inner).IndexOf(quote) < 0)
            {
                return (start + quote.Length, end - quote.Length);
            }
        }

        return (0, text.Length);
    }

    // Behind a name and the sign that follows it; from, where they are not there.
    private static int SkipNameAnd(char sign, string text, int from)
    {
        var at = from;
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] == '_'))
            at++;
        if (at == from)
            return from;
        at = SkipSpace(text, at);
        return at < text.Length && text[at] == sign ? at + 1 : from;
    }

    private static int SkipSpace(string text, int from)
    {
        while (from < text.Length && char.IsWhiteSpace(text[from]))
            from++;
        return from;
    }
}
