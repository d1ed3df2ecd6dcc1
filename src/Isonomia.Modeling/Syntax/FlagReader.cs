using Isonomia.Modeling.Diagnostics;

namespace Isonomia.Modeling.Syntax;

/// <summary>Reads the flags of an equation: (constant over dt, shared).</summary>
internal static class FlagReader
{
    /// <summary>The flags there are.</summary>
    public static readonly string[] Known =
    [
        "constant", "constant over dt", "shared", "unless refractory", "event-driven", "clock-driven", "summed",
    ];

    /// <summary>Whether the parenthesis at the cursor begins with a flag.</summary>
    public static bool IsAt(TokenCursor cursor)
    {
        if (cursor.Current.Kind != TokenKind.Open)
            return false;
        var first = cursor.Ahead(1);
        return first.Kind == TokenKind.Name && Known.Any(k => k.StartsWith(first.Text))
            && cursor.Ahead(2).Kind is TokenKind.Close or TokenKind.Comma or TokenKind.Name or TokenKind.Operator
            && Array.Exists(Known, k => k.Split(' ', '-')[0] == first.Text);
    }

    /// <summary>The flags behind the opening parenthesis at the cursor; those that do not exist are reported.</summary>
    public static List<FlagSyntax> Read(TokenCursor cursor, Findings findings)
    {
        var flags = new List<FlagSyntax>();
        var open = cursor.Take();
        cursor.OpenBrackets++;
        cursor.SkipBreaks(wantsValue: true);
        if (cursor.Current.Kind == TokenKind.Close)
            findings.Error(open.Span.To(cursor.Current.Span), "found '()' where flags were expected", Choice());
        while (!cursor.AtEndOfItem && cursor.Current.Kind is TokenKind.Name or TokenKind.Operator)
        {
            if (ReadOne(cursor, findings) is { } flag)
                Keep(flag, flags, findings);
            if (cursor.Current.Kind != TokenKind.Comma)
                break;
            cursor.Take();
            cursor.SkipBreaks(wantsValue: true);
        }

        cursor.OpenBrackets--;
        if (cursor.Current.Kind == TokenKind.Close)
        {
            cursor.Take();
        }
        else if (cursor.Current.EndsLine)
        {
            findings.Error(open.Span, "'(' is never closed", "flags stand in parentheses: (constant)");
        }
        else
        {
            if (cursor.Current.Kind != TokenKind.Unreadable)
                findings.Error(cursor.Current.Span, $"found {findings.Show(cursor.Current)} among flags", Choice());
            cursor.SkipLine();
        }

        return flags;
    }

    private static FlagSyntax? ReadOne(TokenCursor cursor, Findings findings)
    {
        var first = cursor.Current;
        var text = "";
        while (cursor.Current.Kind is TokenKind.Name or TokenKind.Operator)
        {
            var token = cursor.Take();
            var joins = text.Length == 0 || text[^1] == '-' || token.Is("-");
            text = text.Length > 100 ? text : (joins ? text + token.Text : $"{text} {token.Text}");
            cursor.SkipBreaks(wantsValue: true);
        }

        var span = first.Span.To(cursor.Previous.Kind == TokenKind.Break ? first.Span : cursor.Previous.Span);
        if (Known.Contains(text))
            return new FlagSyntax(text, span);
        var near = NearestName.Hint(text.Replace('_', ' '), Known);
        findings.Error(
            span, text == "linked" ? "the flag 'linked' is not supported" : $"unknown flag '{text}'", near ?? Choice());
        return null;
    }

    private static void Keep(FlagSyntax flag, List<FlagSyntax> flags, Findings findings)
    {
        if (flags.Exists(f => f.Text == flag.Text))
            findings.Warning(flag.Span, $"the flag '{flag.Text}' stands here twice");
        else
            flags.Add(flag);
    }

    private static string Choice() => "flags are " + string.Join(", ", Known);
}
