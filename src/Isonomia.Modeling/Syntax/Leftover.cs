namespace Isonomia.Modeling.Syntax;

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
                findings.Error(token.Span, $"found '{findings.Source.Slice(token.Span)}' without an opening bracket");
                break;
            case TokenKind.Assignment:
                findings.Error(
                    token.Span, $"found a second {findings.Show(token)} where an operator or {expected} was expected",
                    "to compare two values write '=='");
                break;
            case TokenKind.Comma when cursor.Ahead(1).Kind == TokenKind.Number:
                findings.Error(
                    token.Span, $"found ',' where an operator or {expected} was expected",
                    "decimals are written with a point: 0.5");
                break;
            default:
                findings.Error(
                    token.Span, $"found {findings.Show(token)} where an operator or {expected} was expected");
                break;
        }
    }
}
