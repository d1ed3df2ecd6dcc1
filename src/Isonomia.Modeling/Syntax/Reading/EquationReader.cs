using System.Collections.Immutable;
using Isonomia.Modeling.Diagnostics;
using Isonomia.Modeling.Syntax.Mistakes;
using Isonomia.Modeling.Syntax.Tokens;

namespace Isonomia.Modeling.Syntax.Reading;

/// <summary>Reads equations one by one; after a mistake it goes on at the unit, or at the next equation.</summary>
internal sealed class EquationReader(
    TokenCursor cursor, Findings findings, ImmutableArray<EquationSyntax>.Builder equations)
{
    private const string UnitHint = "end the equation with its unit: ': volt', or ': 1' for a pure number";

    /// <summary>Reads the equation at the cursor; nothing is added where it defines nothing.</summary>
    public void ReadEquation()
    {
        var first = cursor.Current;
        var head = EquationHead.Read(cursor, findings);
        if (head is null || head.Rest == EquationRest.Nothing)
        {
            cursor.SkipItem();
            if (head is not null)
                Add(head, new ExpressionSyntax.Missing(cursor.From(first)), null, [], cursor.From(first));
            return;
        }

        ExpressionSyntax right = new ExpressionSyntax.Missing(cursor.Current.Span);
        if (head.Rest is EquationRest.RightAndUnit or EquationRest.OtherRightAndUnit)
        {
            right = ReadRight(head.Rest == EquationRest.OtherRightAndUnit, out var lost);
            if (lost)
            {
                Add(head, right, null, [], cursor.From(first));
                return;
            }
        }

        var unit = ReadUnit(head);
        var flags = ReadFlags();
        if (flags.Count == 0 && cursor.Current.Kind is TokenKind.Name or TokenKind.Number && !AnotherBegins()
            && FlagReader.Beginning(cursor.Current.Text) is null)
        {
            // volt second: what the unit was to be is not known.
            unit = null;
        }

        Add(head, right, unit, flags, cursor.From(first));
        if (!cursor.Current.EndsLine && !(unit is null && cursor.DefinesHere))
            ReportRest(flags.Count > 0);
    }

    private void Add(
        EquationHead head, ExpressionSyntax right, ExpressionSyntax? unit, IReadOnlyList<FlagSyntax> flags,
        TextSpan span)
    {
        foreach (var name in head.Names.Take(EquationsParser.MostEquations + 1))
        {
            Keywords.ReportDefined(name, findings);
            equations.Add(new EquationSyntax(
                head.Kind, name.Text, name.Span, head.Kind == EquationKind.Parameter ? null : right,
                unit ?? new ExpressionSyntax.Missing(span), flags, span));
        }
    }

    // Lost: the right side could not be read, and no colon follows.
    private ExpressionSyntax ReadRight(bool ofOther, out bool lost)
    {
        var start = cursor.Current;
        var reader = new ExpressionReader(cursor, findings) { EndsAtSecondValue = !cursor.ColonFollows() };
        var right = reader.Read();
        if (right is not null && cursor.Current.Kind != TokenKind.Colon && !cursor.Current.EndsLine
            && !cursor.Current.BeginsValue)
        {
            Leftover.Report(cursor, findings, "':'");
            right = null;
        }

        if (right is null)
            cursor.SkipToColon();
        lost = right is null && cursor.Current.Kind != TokenKind.Colon;
        return right is null || ofOther || reader.IsDoubtful ? new ExpressionSyntax.Missing(cursor.From(start)) : right;
    }

    private ExpressionSyntax? ReadUnit(EquationHead head)
    {
        var token = cursor.Current;
        if (token.Kind == TokenKind.Colon)
        {
            cursor.Take();
        }
        else if (token.EndsLine || FlagReader.IsAt(cursor) || cursor.DefinesHere)
        {
            findings.Error(
                new TextSpan(cursor.Previous.Span.End, 0),
                $"the equation of {findings.Show(head.Names[0])} ends without its unit", UnitHint);
            return null;
        }
        else
        {
            findings.Error(token.Span, $"found {findings.Show(token)} where ':' and a unit were expected", UnitHint);
            if (token is { Kind: TokenKind.Open, Text: "(" })
                cursor.SkipLine();
            return SkipUnit();
        }

        if (!FlagReader.IsAt(cursor))
            return new UnitReader(cursor, findings).Read() ?? SkipUnit();
        findings.Error(
            cursor.Current.Span, "found flags where a unit was expected", "write the unit first: ': volt (constant)'");
        return null;
    }

    private ExpressionSyntax? SkipUnit()
    {
        while (!cursor.Current.EndsLine && !FlagReader.IsAt(cursor) && !cursor.DefinesHere)
            cursor.Take();
        return null;
    }

    private List<FlagSyntax> ReadFlags()
    {
        if (cursor.Current.Kind == TokenKind.Break && cursor.Ahead(1) is { Kind: TokenKind.Open, Text: "(" })
            cursor.Take();
        return cursor.Current is { Kind: TokenKind.Open, Text: "(" } ? FlagReader.Read(cursor, findings) : [];
    }

    private bool AnotherBegins() => cursor.DefinesHere
        || (cursor.Current.Kind == TokenKind.Name && cursor.Ahead(1).Kind == TokenKind.Colon);

    // Behind the flags, or behind the unit where there are none.
    private void ReportRest(bool flagsRead)
    {
        var token = cursor.Current;
        var another = AnotherBegins();
        var hint = another ? "each equation stands on a line of its own" : token.Kind switch
        {
            TokenKind.Name when FlagReader.Beginning(token.Text) is { } flag => $"flags stand in parentheses: ({flag})",
            TokenKind.Operator when token.Text is "//" or "%" or "/" => "comments begin with '#'",
            TokenKind.Assignment => "give the value of a parameter under 'parameters:'",
            TokenKind.Name or TokenKind.Number when !flagsRead => "a product of units is written with '*'",
            _ => "each equation stands on a line of its own",
        };
        if (token.Kind != TokenKind.Unreadable)
        {
            var before = flagsRead ? "flags" : "unit";
            findings.Error(
                token.Span, $"found {findings.Show(token)} behind the {before} where the end of the line was expected",
                hint);
        }

        if (!another)
            cursor.SkipLine();
    }
}
