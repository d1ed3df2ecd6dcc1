using Isonomia.Modeling.Diagnostics;

namespace Isonomia.Modeling.Syntax;

/// <summary>Says what is wrong with the beginning of a line that is no equation, and reads it as meant where plain.</summary>
internal static class HeadMistakes
{
    private const string Forms = "an equation is 'dv/dt = expression : unit', 'x = expression : unit' or 'x : unit'";

    private static readonly Dictionary<string, string> ForeignWords = new()
    {
        ["par"] = "give parameters and their values under 'parameters:'",
        ["param"] = "give parameters and their values under 'parameters:'",
        ["number"] = "give parameters and their values under 'parameters:'",
        ["p"] = "give parameters and their values under 'parameters:'",
        ["init"] = "give initial values under 'initial:'",
        ["aux"] = "write the equation without 'aux'",
        ["wiener"] = "noise is written 'xi'",
        ["global"] = "give the condition under 'threshold:' and what it does under 'reset:'",
    };

    /// <summary>What the line at the cursor was meant to define, or null; the mistake is reported.</summary>
    public static EquationHead? Read(TokenCursor cursor, Findings findings)
    {
        var (first, second) = (cursor.Current, cursor.Ahead(1));
        if (first.Kind == TokenKind.Unreadable)
            return null;
        if (first.Kind == TokenKind.Name && second.Kind == TokenKind.Prime)
            return ReadPrime(cursor, findings);
        if (ReadSpelled(cursor, findings) is { } spelled)
            return spelled;
        if (ReadScaled(cursor, findings) is { } scaled)
            return scaled;
        if (first.Kind == TokenKind.Name)
            ReportName(cursor, findings);
        else if (first.Is("%") || first.Is("//"))
            findings.Error(first.Span, $"found '{first.Text}' where an equation was expected", "comments begin with '#'");
        else
            findings.Error(first.Span, $"found {findings.Show(first)} where an equation was expected", Forms);
        return null;
    }

    // v' = ...
    private static EquationHead? ReadPrime(TokenCursor cursor, Findings findings)
    {
        var name = cursor.Take();
        var prime = cursor.Take();
        if (cursor.Current.Kind == TokenKind.Prime)
        {
            findings.Error(
                name.Span.To(cursor.Current.Span), "found a second derivative where a first derivative was expected",
                "write two equations: dx/dt = y and dy/dt = ...");
            return null;
        }

        findings.Error(
            name.Span.To(prime.Span), $"found '{name.Text}'' where a derivative was expected",
            $"write 'd{name.Text}/dt'");
        return TakeDerivative(cursor, findings, name, unusable: false);
    }

    // d(v)/dt, d v/dt, d/dt v, d/dt(v)
    private static EquationHead? ReadSpelled(TokenCursor cursor, Findings findings)
    {
        var first = cursor.Current;
        if (first is not { Kind: TokenKind.Name, Text: "d" })
            return null;
        var above = !cursor.Ahead(1).Is("/");
        var at = above ? 1 : 3;
        if (!above && cursor.Ahead(2).Text != "dt")
            return null;
        if (cursor.Ahead(at).Kind == TokenKind.Open)
            at++;
        var name = cursor.Ahead(at++);
        if (name.Kind != TokenKind.Name)
            return null;
        if (cursor.Ahead(at).Kind == TokenKind.Close)
            at++;
        if (above)
        {
            if (!cursor.Ahead(at).Is("/") || cursor.Ahead(at + 1).Text != "dt")
                return null;
            at += 2;
        }

        for (var i = 0; i < at; i++)
            cursor.Take();
        findings.Error(
            first.Span.To(cursor.Previous.Span), "found a derivative in another notation", $"write 'd{name.Text}/dt'");
        return TakeDerivative(cursor, findings, name, unusable: false);
    }

    // C*dv/dt = ..., tau dv/dt = ...
    private static EquationHead? ReadScaled(TokenCursor cursor, Findings findings)
    {
        for (var i = 0; !cursor.Ahead(i).EndsLine && cursor.Ahead(i).Kind is not TokenKind.Assignment; i++)
        {
            if (!DerivativeHead.IsAt(cursor, i))
                continue;
            var first = cursor.Current;
            var variable = EquationHead.Variable(cursor.Ahead(i));
            var factor = findings.Source.Slice(first.Span.To(cursor.Ahead(Math.Max(0, i - 1)).Span)).TrimEnd(' ', '*');
            while (!cursor.Current.EndsLine && cursor.Current.Kind != TokenKind.Assignment)
                cursor.Take();
            if (cursor.Current.EndsLine)
                return null;
            findings.Error(
                cursor.From(first), $"found more than 'd{variable.Text}/dt' on the left of '='",
                i > 0
                    ? $"solve for the derivative: d{variable.Text}/dt = (...)/({factor})"
                    : $"solve for the derivative: d{variable.Text}/dt = ...");
            return TakeDerivative(cursor, findings, variable, unusable: true);
        }

        return null;
    }

    private static EquationHead? TakeDerivative(TokenCursor cursor, Findings findings, Token name, bool unusable)
    {
        if (cursor.Current.Kind == TokenKind.Assignment)
        {
            EquationHead.TakeEquals(cursor, findings);
            return new EquationHead(EquationKind.Differential, [name], unusable);
        }

        return null;
    }

    private static void ReportName(TokenCursor cursor, Findings findings)
    {
        var (first, second) = (cursor.Current, cursor.Ahead(1));
        var name = findings.Show(first);
        if (second.EndsLine)
        {
            findings.Error(
                first.Span, $"{name} alone is no equation", $"a parameter is declared with its unit: {first.Text} : volt");
        }
        else if (ForeignWords.TryGetValue(first.Text, out var hint) && second.Kind == TokenKind.Name)
        {
            findings.Error(first.Span, $"found {name}, which is no word of equations", hint);
        }
        else if (second.Kind == TokenKind.Open)
        {
            findings.Error(
                second.Span, $"found '{second.Text}' behind {name} where '=' or ':' was expected",
                second.Text == "["
                    ? $"a parameter is declared with its unit: {first.Text} : volt"
                    : "variables are written without '(t)', initial values stand under 'initial:', "
                    + "and functions cannot be defined");
        }
        else if (second.Kind == TokenKind.Name && cursor.Ahead(2).Kind is TokenKind.Assignment or TokenKind.Colon)
        {
            findings.Error(
                second.Span, $"found {findings.Show(second)} behind {name} where '=' or ':' was expected",
                $"a name is one word: {first.Text}_{second.Text}");
        }
        else
        {
            findings.Error(
                second.Span, $"found {findings.Show(second)} behind {name} where '=' or ':' was expected", Forms);
        }
    }
}
