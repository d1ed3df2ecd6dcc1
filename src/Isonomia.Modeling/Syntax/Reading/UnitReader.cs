using Isonomia.Modeling.Diagnostics;
using Isonomia.Modeling.Syntax.Tokens;

namespace Isonomia.Modeling.Syntax.Reading;

/// <summary>
/// Reads the unit of an equation: volt, siemens/meter**2, 1/second. It is an expression of products, quotients and
/// powers only; a parenthesis behind a complete unit begins the flags.
/// </summary>
internal sealed class UnitReader(TokenCursor cursor, Findings findings)
{
    private const int MostDepth = 20;

    private int depth;

    /// <summary>The unit at the cursor; null after a mistake, which is reported.</summary>
    public ExpressionSyntax? Read()
    {
        var left = ReadPower();
        while (left is not null && (cursor.Current.Is("*") || cursor.Current.Is("/")))
        {
            var op = cursor.Take();
            if (++depth > MostDepth)
            {
                findings.Error(op.Span, $"found a unit of more than {MostDepth} parts");
                return null;
            }

            left = Join(op, left, ReadPower());
        }

        return left;
    }

    private ExpressionSyntax? ReadPower()
    {
        var token = cursor.Current;
        ExpressionSyntax? left;
        switch (token.Kind)
        {
            case TokenKind.Name:
                cursor.Take();
                left = new ExpressionSyntax.Name(token.Text, token.Span);
                break;
            case TokenKind.Number:
                left = cursor.Take().ToNumber();
                break;
            case TokenKind.Open when !FlagReader.IsAt(cursor):
                left = ReadGroup();
                break;
            case TokenKind.Unreadable:
                return null;
            default:
                findings.Error(
                    token.Span, $"found {findings.Show(token)} where a unit was expected",
                    "a unit is volt, siemens/meter**2, or 1 for a pure number");
                return null;
        }

        if (left is null || !cursor.Current.Is("**"))
            return left;
        var op = cursor.Take();
        return Join(op, left, cursor.Current.Kind == TokenKind.Open ? ReadGroup() : ReadExponent());
    }

    private ExpressionSyntax? ReadGroup()
    {
        var open = cursor.Take();
        if (open.Text != "(")
        {
            findings.Error(
                open.Span, $"found '{open.Text}' where a unit was expected", "write the unit without brackets");
        }

        if (++depth > MostDepth)
        {
            findings.Error(open.Span, $"found a unit of more than {MostDepth} parts");
            return null;
        }

        var inner = cursor.Current.Is("-") || cursor.Current.Is("+") ? ReadExponent() : Read();
        if (inner is null)
            return null;
        if (cursor.Current.Kind == TokenKind.Close)
            cursor.Take();
        else
            findings.Error(open.Span, $"'{open.Text}' is never closed");
        return inner with { Span = cursor.From(open) };
    }

    // A signed number, in parentheses also a fraction: second**(-1/2).
    private ExpressionSyntax? ReadExponent()
    {
        var token = cursor.Current;
        var signed = token.Is("-") || token.Is("+");
        if (signed)
            cursor.Take();
        if (cursor.Current.Kind != TokenKind.Number)
        {
            if (cursor.Current.Kind != TokenKind.Unreadable)
            {
                findings.Error(
                    cursor.Current.Span,
                    $"found {findings.Show(cursor.Current)} where the number of a power was expected");
            }

            return null;
        }

        ExpressionSyntax number = cursor.Take().ToNumber();
        if (signed)
            number = new ExpressionSyntax.Unary(token.Text, number, token.Span.To(number.Span));
        if (!signed || !cursor.Current.Is("/"))
            return number;
        var op = cursor.Take();
        return Join(op, number, ReadPower());
    }

    private static ExpressionSyntax.Binary? Join(Token op, ExpressionSyntax left, ExpressionSyntax? right) =>
        right is null
            ? null
            : new ExpressionSyntax.Binary(op.Text, left, right, op.Span, left.Span.To(right.Span));
}
