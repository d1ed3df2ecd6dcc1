using Isonomia.Modeling.Diagnostics;
using Isonomia.Modeling.Syntax.Reading;
using Isonomia.Modeling.Syntax.Tokens;

namespace Isonomia.Modeling.Syntax.Mistakes;

/// <summary>Says what is wrong with the beginning of a line that is no equation, and reads it as meant.</summary>
internal static class HeadMistakes
{
    /// <summary>What equations look like.</summary>
    public const string Forms = "an equation is 'dv/dt = expression : unit', 'x = expression : unit' or 'x : unit'";

    private const string TwoEquations = "write two equations: dx/dt = y and dy/dt = ...";

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
            return NameMistakes.Read(cursor, findings);
        var comment = first.Is("%") || first.Is("//");
        findings.Error(
            first.Span, $"found {findings.Show(first)} where an equation was expected",
            comment ? "comments begin with '#'" : Forms);
        return null;
    }

    // v' = ...
    private static EquationHead ReadPrime(TokenCursor cursor, Findings findings)
    {
        var name = cursor.Take();
        var prime = cursor.Take();
        if (cursor.Current.Kind == TokenKind.Prime)
        {
            findings.Error(
                name.Span.To(cursor.Current.Span), "found a higher derivative where a first derivative was expected",
                TwoEquations);
            return new EquationHead(EquationKind.Differential, [name], EquationRest.Nothing);
        }

        findings.Error(
            name.Span.To(prime.Span), $"found {name.Text}' where a derivative was expected",
            $"write 'd{name.Text}/dt'");
        return BehindDerivative(cursor, findings, name, EquationRest.RightAndUnit);
    }

    // d(v)/dt, d v/dt, dv(t)/dt, d/dt v, d/dt(v)
    private static EquationHead? ReadSpelled(TokenCursor cursor, Findings findings)
    {
        var first = cursor.Current;
        var bare = first is { Kind: TokenKind.Name, Text: "d" };
        var after = bare && cursor.Ahead(1).Is("/");
        var at = after ? 3 : 1;
        if (after ? cursor.Ahead(2).Text != "dt" : !bare && !DerivativeHead.Names(first))
            return null;
        var name = bare ? default : DerivativeHead.Variable(first);
        if (cursor.Ahead(at).Kind == TokenKind.Open)
            at++;
        else if (!bare)
            return null;
        if (cursor.Ahead(at).Kind != TokenKind.Name)
            return null;
        name = bare ? cursor.Ahead(at) : name;
        at++;
        if (cursor.Ahead(at).Kind == TokenKind.Close)
            at++;
        if (!after)
        {
            if (!cursor.Ahead(at).Is("/") || cursor.Ahead(at + 1).Text != "dt")
                return null;
            at += 2;
        }

        for (var i = 0; i < at; i++)
            cursor.Take();
        findings.Error(
            first.Span.To(cursor.Previous.Span), "found a derivative in another notation", $"write 'd{name.Text}/dt'");
        return BehindDerivative(cursor, findings, name, EquationRest.RightAndUnit);
    }

    // C*dv/dt = ..., tau dv/dt = ..., dv/dt*C = ...
    private static EquationHead? ReadScaled(TokenCursor cursor, Findings findings)
    {
        if (!cursor.AssignmentFollows())
            return null;
        for (var i = 0; cursor.Ahead(i).Kind is not TokenKind.Assignment; i++)
        {
            if (!DerivativeHead.IsAt(cursor, i))
                continue;
            var first = cursor.Current;
            var variable = DerivativeHead.Variable(cursor.Ahead(i));
            while (cursor.Current.Kind != TokenKind.Assignment)
                cursor.Take();
            findings.Error(
                cursor.From(first), $"found more than d{variable.Text}/dt on the left of '='",
                $"solve for the derivative: d{variable.Text}/dt = ...");
            return BehindDerivative(cursor, findings, variable, EquationRest.OtherRightAndUnit);
        }

        return null;
    }

    private static EquationHead BehindDerivative(
        TokenCursor cursor, Findings findings, Token name, EquationRest rest)
    {
        if (cursor.Current.Kind == TokenKind.Assignment || cursor.Current.Is("=="))
            EquationHead.TakeEquals(cursor, findings);
        else
            rest = EquationRest.Nothing;
        return new EquationHead(EquationKind.Differential, [name], rest);
    }
}
