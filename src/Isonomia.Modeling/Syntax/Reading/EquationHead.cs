using Isonomia.Modeling.Diagnostics;
using Isonomia.Modeling.Syntax.Mistakes;
using Isonomia.Modeling.Syntax.Tokens;

namespace Isonomia.Modeling.Syntax.Reading;

/// <summary>What an equation defines: its text up to "=", or up to ":" for parameters.</summary>
/// <param name="Kind">What the equation defines.</param>
/// <param name="Names">What is defined; several parameters may share a unit.</param>
/// <param name="Rest">What can still be read behind the head.</param>
internal sealed record EquationHead(EquationKind Kind, IReadOnlyList<Token> Names, EquationRest Rest)
{
    /// <summary>
    /// Reads the head at the cursor, to behind the sign of equality or in front of the colon. A mistake is reported,
    /// and what was probably meant is returned; nothing where the line defines no name.
    /// </summary>
    public static EquationHead? Read(TokenCursor cursor, Findings findings)
    {
        var first = cursor.Current;
        if (DerivativeHead.IsAt(cursor) && ReadDerivative(cursor, findings) is { } derivative)
            return derivative;
        if (first.Kind == TokenKind.Name)
        {
            var second = cursor.Ahead(1);
            if (second.Kind == TokenKind.Assignment || second.Is("=="))
            {
                cursor.Take();
                TakeEquals(cursor, findings);
                return new EquationHead(EquationKind.Subexpression, [first], EquationRest.RightAndUnit);
            }

            if (second.Kind is TokenKind.Colon or TokenKind.Comma && ReadParameters(cursor) is { } names)
                return new EquationHead(EquationKind.Parameter, names, EquationRest.Unit);
        }

        return HeadMistakes.Read(cursor, findings);
    }

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

    // Null for C*dv/dt and the like, which are mistakes of their own.
    private static EquationHead? ReadDerivative(TokenCursor cursor, Findings findings)
    {
        var (upper, lower, sign) = (cursor.Current, cursor.Ahead(2), cursor.Ahead(3));
        var variable = DerivativeHead.Variable(upper);
        var span = upper.Span.To(lower.Span);
        var defines = sign.Kind == TokenKind.Assignment || sign.Is("==");
        if (!defines && cursor.AssignmentFollows())
            return null;
        for (var i = 0; i < 3; i++)
            cursor.Take();
        if (char.IsAsciiDigit(variable.Text[0]))
        {
            findings.Error(
                span, "found a higher derivative where a first derivative was expected",
                "write two equations: dx/dt = y and dy/dt = ...");
            variable = variable with { Text = variable.Text.TrimStart("0123456789").ToString() };
            return variable.Text.Length == 0
                ? null
                : new EquationHead(EquationKind.Differential, [variable], EquationRest.Nothing);
        }

        if (lower.Text != "dt")
        {
            findings.Error(
                span, $"found a derivative by '{lower.Text[1..]}' where one by time was expected",
                $"write 'd{variable.Text}/dt'");
        }

        if (defines)
        {
            TakeEquals(cursor, findings);
            return new EquationHead(EquationKind.Differential, [variable], EquationRest.RightAndUnit);
        }

        if (sign.Kind == TokenKind.Unreadable)
            return new EquationHead(EquationKind.Differential, [variable], EquationRest.Nothing);
        findings.Error(
            sign.Span, $"found {findings.Show(sign)} behind {findings.Source.Slice(span)} where '=' was expected",
            $"a differential equation is 'd{variable.Text}/dt = expression : unit'");
        return new EquationHead(
            EquationKind.Differential, [variable],
            sign.EndsLine ? EquationRest.Nothing
            : sign.Kind == TokenKind.Colon ? EquationRest.Unit : EquationRest.RightAndUnit);
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
