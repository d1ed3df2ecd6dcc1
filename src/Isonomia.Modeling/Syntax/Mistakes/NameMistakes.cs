using Isonomia.Modeling.Diagnostics;
using Isonomia.Modeling.Syntax.Reading;
using Isonomia.Modeling.Syntax.Tokens;

namespace Isonomia.Modeling.Syntax.Mistakes;

/// <summary>Says what is wrong with a line that begins with a name but is no equation.</summary>
internal static class NameMistakes
{
    private const string Parameters = "give parameters and their values under 'parameters:'";

    private const string Alone = "give the equations alone, without the program around them";

    private static readonly Dictionary<string, string> ForeignWords = new()
    {
        ["par"] = Parameters,
        ["param"] = Parameters,
        ["params"] = Parameters,
        ["parameter"] = Parameters,
        ["number"] = Parameters,
        ["p"] = Parameters,
        ["init"] = "give initial values under 'initial:'",
        ["aux"] = "write the equation without 'aux'",
        ["wiener"] = "noise is written 'xi'",
        ["done"] = Alone,
        ["end"] = Alone,
        ["function"] = Alone,
        ["global"] = "give the condition under 'threshold:' and what it does under 'reset:'",
    };

    /// <summary>Reports the line at the cursor, and returns what it was meant to define.</summary>
    public static EquationHead? Read(TokenCursor cursor, Findings findings)
    {
        var (first, second, third) = (cursor.Current, cursor.Ahead(1), cursor.Ahead(2));
        var name = findings.Show(first);
        if (ForeignWords.TryGetValue(first.Text, out var hint)
            && (second.Kind == TokenKind.Name || (second.EndsLine && hint == Alone)))
        {
            findings.Error(first.Span, $"found {name}, which is no word of equations", hint);
            return first.Text == "init" ? null : Defined(cursor, null);
        }

        if (Keywords.Reserves(first.Text))
        {
            findings.Error(first.Span, $"found {name} where an equation was expected", HeadMistakes.Forms);
            return null;
        }

        if (second.Kind == TokenKind.Unreadable)
            return Defined(cursor, first);
        if (second.Kind == TokenKind.Open)
            return ReadBracket(cursor, findings);
        if (second.EndsLine)
        {
            findings.Error(
                first.Span, $"{name} alone is no equation",
                $"a parameter is declared with its unit: {Short(first)} : volt");
        }
        else
        {
            findings.Error(
                second.Span, $"found {findings.Show(second)} behind {name} where '=' or ':' was expected",
                second.Kind == TokenKind.Comma ? "define one name in each equation"
                : second.Kind == TokenKind.Name && third.Kind is TokenKind.Assignment or TokenKind.Colon
                    ? $"a name is one word: {Short(first)}_{Short(second)}"
                    : HeadMistakes.Forms);
        }

        return Defined(cursor, first);
    }

    // v(t) = ..., v(0) = ..., g [nS]
    private static EquationHead? ReadBracket(TokenCursor cursor, Findings findings)
    {
        var (first, open, inner) = (cursor.Current, cursor.Ahead(1), cursor.Ahead(2));
        var ofTime = inner is { Kind: TokenKind.Name, Text: "t" } && cursor.Ahead(3).Kind == TokenKind.Close;
        var defines = cursor.AssignmentFollows();
        findings.Error(
            open.Span, $"found '{open.Text}' behind {findings.Show(first)} where '=' or ':' was expected",
            ofTime ? $"write '{Short(first)}'; every variable is one of time"
            : inner.Kind == TokenKind.Number && defines ? "give initial values under 'initial:'"
            : defines ? "functions cannot be defined, and variables have no indices"
            : "a unit stands behind ':' and without brackets");
        if (!ofTime || cursor.Ahead(4).Kind != TokenKind.Assignment)
            return inner.Kind == TokenKind.Number && defines ? null : Defined(cursor, first);
        for (var i = 0; i < 4; i++)
            cursor.Take();
        EquationHead.TakeEquals(cursor, findings);
        return new EquationHead(EquationKind.Subexpression, [first], EquationRest.RightAndUnit);
    }

    // The names in front of "=", or else the first: known from here on, though nothing more is known of them.
    private static EquationHead? Defined(TokenCursor cursor, Token? first)
    {
        List<Token> names = [];
        for (var i = 0; !cursor.Ahead(i).EndsLine; i++)
        {
            if (cursor.Ahead(i).Kind == TokenKind.Name && cursor.Ahead(i + 1).Kind == TokenKind.Assignment)
                names.Add(cursor.Ahead(i));
        }

        if (first is { } one && !names.Exists(n => n.Text == one.Text))
            names.Insert(0, one);
        return names.Count == 0 ? null : new EquationHead(EquationKind.Parameter, names, EquationRest.Nothing);
    }

    private static string Short(Token token) => token.Text.Length > 40 ? token.Text[..40] + "..." : token.Text;
}
