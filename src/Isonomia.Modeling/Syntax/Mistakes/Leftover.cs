using Isonomia.Modeling.Syntax.Reading;
using Isonomia.Modeling.Syntax.Tokens;

namespace Isonomia.Modeling.Syntax.Mistakes;

/// <summary>Says what stands behind a complete expression and does not belong there.</summary>
internal static class Leftover
{
    /// <summary>Reports the token at the cursor.</summary>
    /// <param name="cursor">At the first token that does not belong.</param>
    /// <param name="findings">Takes the error.</param>
    /// <param name="expected">What was expected beside an operator: "the end of the statement".</param>
    public static void Report(TokenCursor cursor, Findings findings, string expected)
    {
        var token = cursor.Current;
        switch (token.Kind)
        {
            case TokenKind.Unreadable:
                break;
            case TokenKind.Close:
                findings.Error(token.Span, $"found '{findings.Source.Slice(token.Span)}' without an opening bracket",
                    "take it away, or open a bracket before it");
                break;
            case TokenKind.Assignment:
                findings.Error(
                    token.Span, $"found {findings.Show(token)} where an operator or {expected} was expected",
                    cursor.Form == TextForm.Expression ? "an expression sets nothing"
                        : "to compare two values write '=='; each equation or statement stands on a line of its own");
                break;
            case TokenKind.Comma when cursor.Ahead(1).Kind == TokenKind.Number:
                findings.Error(
                    token.Span, $"found ',' where an operator or {expected} was expected",
                    "decimals are written with a point: 0.5");
                break;
            case TokenKind.Colon:
                findings.Error(
                    token.Span, $"found ':' where an operator or {expected} was expected",
                    "only equations have a unit and flags");
                break;
            case TokenKind.Name:
            case TokenKind.Comma when cursor.Ahead(1).Kind == TokenKind.Name
                && cursor.Ahead(2).Kind == TokenKind.Assignment:
                findings.Error(
                    token.Span, $"found {findings.Show(token)} where an operator or {expected} was expected",
                    "each equation or statement stands on a line of its own, or behind ';'");
                break;
            default:
                findings.Error(
                    token.Span, $"found {findings.Show(token)} where an operator or {expected} was expected");
                break;
        }
    }
}
