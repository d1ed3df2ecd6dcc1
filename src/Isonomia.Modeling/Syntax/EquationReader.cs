using System.Collections.Immutable;
using Isonomia.Modeling.Diagnostics;

namespace Isonomia.Modeling.Syntax;

/// <summary>Reads equations one by one; after a mistake it goes on at the unit, or at the next equation.</summary>
internal sealed class EquationReader(
    TokenCursor cursor, Findings findings, ImmutableArray<EquationSyntax>.Builder equations)
{
    private const string UnitHint = "end the equation with its unit: ': volt', or ': 1' for a pure number";

    /// <summary>Reads the equation at the cursor; nothing is added where it defines nothing.</summary>
    public void ReadEquation()
    {
        var first = cursor.Current;
        if (EquationHead.Read(cursor, findings) is not { } head)
        {
            cursor.SkipItem();
            return;
        }

        var right = head.Kind == EquationKind.Parameter ? null : ReadRight(head);
        var (unit, flags) = right is ExpressionSyntax.Missing && cursor.Current.Kind != TokenKind.Colon
            ? (new ExpressionSyntax.Missing(right.Span), [])
            : ReadUnitAndFlags(head);
        var span = cursor.From(first);
        if (cursor.Current.Kind == TokenKind.Break && !cursor.AtEndOfItem && right is ExpressionSyntax.Missing)
            cursor.SkipItem();
        foreach (var name in head.Names)
        {
            EquationsParser.CheckDefined(name, findings);
            equations.Add(new EquationSyntax(head.Kind, name.Text, name.Span, right, unit, flags, span));
        }
    }

    private ExpressionSyntax ReadRight(EquationHead head)
    {
        var start = cursor.Current;
        var reader = new ExpressionReader(cursor, findings) { EndsAtSecondValue = !cursor.ColonFollows() };
        var right = reader.Read();
        if (right is not null && cursor.Current.Kind != TokenKind.Colon && !cursor.Current.EndsLine
            && !cursor.Current.BeginsValue)
        {
            Leftover.Report(cursor, findings, "':' and a unit");
            right = null;
        }

        if (right is null)
            cursor.SkipToColon();
        return right is null || head.Unusable ? new ExpressionSyntax.Missing(cursor.From(start)) : right;
    }

    private (ExpressionSyntax Unit, IReadOnlyList<FlagSyntax> Flags) ReadUnitAndFlags(EquationHead head)
    {
        var token = cursor.Current;
        if (token.Kind == TokenKind.Colon)
        {
            cursor.Take();
        }
        else if (token.EndsLine || FlagReader.IsAt(cursor))
        {
            findings.Error(
                new TextSpan(cursor.Previous.Span.End, 0),
                $"the equation of '{head.Names[0].Text}' ends without its unit", UnitHint);
            var missing = new ExpressionSyntax.Missing(token.Span);
            return token.EndsLine ? (missing, []) : (missing, ReadFlags());
        }
        else
        {
            findings.Error(token.Span, $"found {findings.Show(token)} where ':' and a unit were expected", UnitHint);
            if (token is { Kind: TokenKind.Open, Text: "(" })
            {
                cursor.SkipLine();
                return (new ExpressionSyntax.Missing(token.Span), []);
            }
        }

        return ReadUnit();
    }

    private (ExpressionSyntax Unit, IReadOnlyList<FlagSyntax> Flags) ReadUnit()
    {
        var start = cursor.Current;
        ExpressionSyntax? unit = null;
        if (FlagReader.IsAt(cursor))
            findings.Error(start.Span, "found flags where a unit was expected", "write the unit first: ': volt (constant)'");
        else
            unit = new UnitReader(cursor, findings).Read();
        if (unit is null)
        {
            while (!cursor.Current.EndsLine && !FlagReader.IsAt(cursor))
                cursor.Take();
        }

        var flags = ReadFlags();
        return (unit ?? new ExpressionSyntax.Missing(cursor.From(start)), flags);
    }

    private List<FlagSyntax> ReadFlags()
    {
        List<FlagSyntax> flags = [];
        if (cursor.Current.Kind == TokenKind.Break && cursor.Ahead(1) is { Kind: TokenKind.Open, Text: "(" })
            cursor.Take();
        if (cursor.Current is { Kind: TokenKind.Open, Text: "(" })
            flags = FlagReader.Read(cursor, findings);
        if (!cursor.Current.EndsLine)
            ReportRest(flags.Count > 0);
        return flags;
    }

    private void ReportRest(bool flagsRead)
    {
        var token = cursor.Current;
        var known = FlagReader.Known.FirstOrDefault(k => k.Split(' ', '-')[0] == token.Text);
        var hint = token.Kind switch
        {
            TokenKind.Name when known is not null => $"flags stand in parentheses: ({known})",
            TokenKind.Operator when token.Text is "//" or "%" or "/" => "comments begin with '#'",
            TokenKind.Name or TokenKind.Number when !flagsRead => "a product of units is written with '*'",
            _ => "each equation begins on a line of its own",
        };
        if (token.Kind != TokenKind.Unreadable)
        {
            findings.Error(
                token.Span,
                $"found {findings.Show(token)} behind the {(flagsRead ? "flags" : "unit")} where the end of the line "
                + "was expected",
                hint);
        }

        cursor.SkipLine();
    }
}
