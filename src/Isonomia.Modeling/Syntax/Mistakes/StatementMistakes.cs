using Isonomia.Modeling.Syntax.Reading;
using Isonomia.Modeling.Syntax.Tokens;

namespace Isonomia.Modeling.Syntax.Mistakes;

/// <summary>Says what is wrong with a line that is no statement.</summary>
internal static class StatementMistakes
{
    /// <summary>Reports the line at the cursor.</summary>
    public static void Report(TokenCursor cursor, Findings findings)
    {
        var first = cursor.Current;
        var second = cursor.Ahead(1);
        if (first.Kind == TokenKind.Unreadable || second.Kind == TokenKind.Unreadable)
            return;
        if (first is { Kind: TokenKind.Name, Text: "if" or "for" or "while" or "elif" or "else" })
        {
            findings.Error(
                first.Span, $"there is no '{first.Text}' in statements",
                "multiply by the condition instead: v += int(condition)*x");
        }
        else if (DerivativeHead.IsAt(cursor) || (first.Kind == TokenKind.Name && second.Kind == TokenKind.Prime))
        {
            findings.Error(
                first.Span.To(DerivativeHead.IsAt(cursor) ? cursor.Ahead(2).Span : second.Span),
                "found a differential equation where a statement was expected",
                "it belongs to the equations; a statement sets a variable: v = Vr");
        }
        else if (first.Kind == TokenKind.Name && second.Kind == TokenKind.Operator
            && second.Text == cursor.Ahead(2).Text && second.Text is "+" or "-" && cursor.Ahead(3).EndsLine)
        {
            findings.Error(
                second.Span.To(cursor.Ahead(2).Span), $"found '{second.Text}{second.Text}' where '=' was expected",
                $"write '{first.Text} {second.Text}= 1'");
        }
        else if (first.Kind == TokenKind.Name && second.Kind == TokenKind.Operator && cursor.Ahead(2).Is("="))
        {
            findings.Error(
                second.Span, $"found {findings.Show(second)} behind {findings.Show(first)} where '=' was expected",
                $"write '{second.Text}=' without a space");
        }
        else if (first.Kind == TokenKind.Name && second.Kind == TokenKind.Comma)
        {
            findings.Error(second.Span, "found ',' where '=' was expected", "set one variable in each statement");
        }
        else if (first.Kind == TokenKind.Name && second.Kind == TokenKind.Open)
        {
            findings.Error(
                second.Span, $"found '{second.Text}' where '=' was expected",
                "a statement sets a variable, without indices or arguments: v = Vr");
        }
        else if (first.Kind == TokenKind.Name)
        {
            findings.Error(
                second.EndsLine ? first.Span : second.Span,
                second.EndsLine
                    ? $"'{first.Text}' alone is no statement"
                    : $"found {findings.Show(second)} behind '{first.Text}' where '=' was expected",
                "a statement sets a variable: v = Vr, or w += b");
        }
        else
        {
            findings.Error(
                first.Span, $"found {findings.Show(first)} where a statement was expected",
                "a statement sets a variable: v = Vr, or w += b");
        }
    }
}
