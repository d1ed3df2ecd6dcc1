using Isonomia.Modeling.Diagnostics;
using Isonomia.Modeling.Syntax.Tokens;

namespace Isonomia.Modeling.Syntax.Reading;

/// <summary>Reads the flags of an equation: (constant over dt, shared).</summary>
internal static class FlagReader
{
    private const string Choice =
        "flags are constant, constant over dt, shared, unless refractory, event-driven, clock-driven, summed";

    private static readonly string[] Known =
    [
        "constant over dt", "constant", "shared", "unless refractory", "event-driven", "clock-driven", "summed",
    ];

    /// <summary>A flag that begins with a word, or null.</summary>
    public static string? Beginning(string word) => word switch
    {
        "constant" or "shared" or "summed" => word,
        "unless" => "unless refractory",
        "event" => "event-driven",
        "clock" => "clock-driven",
        _ => null,
    };

    /// <summary>Whether the parenthesis at the cursor begins with a flag.</summary>
    public static bool IsAt(TokenCursor cursor) =>
        cursor.Current is { Kind: TokenKind.Open, Text: "(" } && Beginning(cursor.Ahead(1).Text) is not null;

    /// <summary>The flags behind the opening parenthesis at the cursor; those that do not exist are reported.</summary>
    public static List<FlagSyntax> Read(TokenCursor cursor, Findings findings)
    {
        var flags = new List<FlagSyntax>();
        var open = cursor.Take();
        cursor.OpenBrackets++;
        cursor.SkipBreaks(wantsValue: true);
        if (cursor.Current.Kind == TokenKind.Close)
            findings.Error(open.Span.To(cursor.Current.Span), "found '()' where flags were expected", Choice);
        while (cursor.Current.Kind is TokenKind.Name or TokenKind.Operator)
        {
            ReadOne(cursor, flags, findings);
            if (cursor.Current.Kind == TokenKind.Semicolon && Beginning(cursor.Ahead(1).Text) is not null)
            {
                findings.Error(cursor.Current.Span, "found ';' among flags", "flags are separated by commas");
                cursor.Take();
                continue;
            }

            if (cursor.Current.Kind != TokenKind.Comma)
                break;
            cursor.Take();
            cursor.SkipBreaks(wantsValue: true);
        }

        cursor.OpenBrackets--;
        var token = cursor.Current;
        if (token.Kind == TokenKind.Close)
        {
            cursor.Take();
            return flags;
        }

        if (token.EndsLine)
            findings.Error(open.Span, "'(' is never closed", "flags stand in parentheses: (constant)");
        else if (token.Kind != TokenKind.Unreadable)
            findings.Error(token.Span, $"found {findings.Show(token)} among flags", Choice);
        cursor.SkipLine();
        return flags;
    }

    private static void ReadOne(TokenCursor cursor, List<FlagSyntax> flags, Findings findings)
    {
        var span = cursor.Current.Span;
        var text = "";
        while (cursor.Current.Kind is TokenKind.Name or TokenKind.Operator)
        {
            var token = cursor.Take();
            span = span.To(token.Span);
            if (text.Length < 60)
                text += text.Length == 0 || text[^1] == '-' || token.Is("-") ? token.Text : $" {token.Text}";
            cursor.SkipBreaks(wantsValue: true);
        }

        if (!Known.Contains(text))
        {
            findings.Error(
                span, text == "linked" ? "the flag 'linked' is not supported" : $"unknown flag '{text}'", Hint(text));
        }
        else if (flags.Exists(f => f.Text == text))
        {
            findings.Warning(span, $"the flag '{text}' stands here twice");
        }
        else
        {
            flags.Add(new FlagSyntax(text, span));
        }
    }

    private static string Hint(string text)
    {
        var first = Known.FirstOrDefault(k => text.StartsWith(k + " "));
        return first is not null && Beginning(text[(first.Length + 1)..].Split(' ', '-')[0]) is not null
            ? $"flags are separated by commas: ({first}, {text[(first.Length + 1)..]})"
            : NearestName.Hint(text.Replace('_', ' '), Known) ?? Choice;
    }
}
