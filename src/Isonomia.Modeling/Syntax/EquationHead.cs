using Isonomia.Modeling.Diagnostics;

namespace Isonomia.Modeling.Syntax;

/// <summary>What an equation defines: its text up to "=", or up to ":" for parameters.</summary>
/// <param name="Kind">What the equation defines.</param>
/// <param name="Names">What is defined; several parameters may share a unit.</param>
/// <param name="Unusable">Whether the right side means something else than it says: it belongs to C*dv/dt.</param>
internal sealed record EquationHead(EquationKind Kind, IReadOnlyList<Token> Names, bool Unusable = false)
{
    /// <summary>
    /// Reads the head at the cursor, to behind the sign of equality or in front of the colon; null after a mistake that
    /// leaves nothing defined, which is reported.
    /// </summary>
    public static EquationHead? Read(TokenCursor cursor, Findings findings)
    {
        var first = cursor.Current;
        if (DerivativeHead.IsAt(cursor))
            return ReadDerivative(cursor, findings);
        if (first.Kind == TokenKind.Name)
        {
            var second = cursor.Ahead(1);
            if (second.Kind == TokenKind.Assignment || second.Is("=="))
            {
                cursor.Take();
                TakeEquals(cursor, findings);
                return new EquationHead(EquationKind.Subexpression, [first]);
            }

            if (second.Kind is TokenKind.Colon or TokenKind.Comma && ReadParameters(cursor) is { } names)
                return new EquationHead(EquationKind.Parameter, names);
        }

        return HeadMistakes.Read(cursor, findings);
    }

    /// <summary>The variable of a derivative: v of dv.</summary>
    public static Token Variable(Token upper) =>
        upper with { Text = upper.Text[1..], Span = new TextSpan(upper.Span.Start + 1, upper.Span.Length - 1) };

    /// <summary>Takes the sign of equality at the cursor, and reports another assignment in its place.</summary>
    public static void TakeEquals(TokenCursor cursor, Findings findings)
    {
        var sign = cursor.Take();
        if (sign.Is("=="))
        {
            findings.Error(sign.Span, "found '==' where '=' was expected", "'==' compares; '=' defines");
        }
        else if (!sign.Is("="))
        {
            findings.Error(
                sign.Span, $"found {findings.Show(sign)} where '=' was expected",
                "an equation defines; what changes at an event belongs to the reset or to on_pre");
        }
    }

    private static EquationHead? ReadDerivative(TokenCursor cursor, Findings findings)
    {
        var upper = cursor.Take();
        cursor.Take();
        var lower = cursor.Take();
        var variable = Variable(upper);
        if (lower.Text != "dt")
        {
            findings.Error(
                upper.Span.To(lower.Span), $"found a derivative by '{lower.Text[1..]}' where one by time was expected",
                $"write 'd{variable.Text}/dt'");
        }

        if (char.IsAsciiDigit(variable.Text[0]))
        {
            findings.Error(
                upper.Span.To(lower.Span), "found a higher derivative where a first derivative was expected",
                "write two equations: dx/dt = y and dy/dt = ...");
            return null;
        }

        var sign = cursor.Current;
        if (sign.Kind == TokenKind.Assignment || sign.Is("=="))
        {
            TakeEquals(cursor, findings);
            return new EquationHead(EquationKind.Differential, [variable]);
        }

        findings.Error(
            sign.Span, $"found {findings.Show(sign)} behind 'd{variable.Text}/dt' where '=' was expected",
            $"a differential equation is 'd{variable.Text}/dt = expression : unit'");
        cursor.SkipToColon();
        return new EquationHead(EquationKind.Differential, [variable], Unusable: true);
    }

    private static List<Token>? ReadParameters(TokenCursor cursor)
    {
        var start = cursor.Position;
        List<Token> names = [cursor.Take()];
        while (cursor.Current.Kind == TokenKind.Comma && cursor.Ahead(1).Kind == TokenKind.Name)
        {
            cursor.Take();
            names.Add(cursor.Take());
        }

        if (cursor.Current.Kind == TokenKind.Colon)
            return names;
        cursor.Position = start;
        return null;
    }
}
