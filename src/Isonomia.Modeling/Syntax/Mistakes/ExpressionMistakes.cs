using Isonomia.Modeling.Diagnostics;
using Isonomia.Modeling.Syntax.Reading;
using Isonomia.Modeling.Syntax.Tokens;

namespace Isonomia.Modeling.Syntax.Mistakes;

/// <summary>Says what is wrong inside an expression.</summary>
internal sealed class ExpressionMistakes(TokenCursor cursor, Findings findings)
{
    private bool reportedGap;
    private bool reportedOpen;

    /// <summary>
    /// Whether what was read may be grouped otherwise than meant, so that nothing is to be said about its value.
    /// </summary>
    public bool LeaveDoubt => reportedGap || reportedOpen;

    /// <summary>Reports a value right behind a value.</summary>
    /// <returns>Whether a product may be read on with; not so for the words of a program.</returns>
    public bool Gap()
    {
        var (token, before) = (cursor.Current, cursor.Previous);
        if (token is { Kind: TokenKind.Name, Text: "if" or "else" or "elif" or "then" })
        {
            Conditional();
            return false;
        }

        if (!reportedGap)
        {
            var call = before.Kind == TokenKind.Name && cursor.Ahead(-2).Kind != TokenKind.Number
                && token.Kind is TokenKind.Name or TokenKind.Number
                && before.Span.Length + token.Span.Length < 40;
            findings.Error(
                token.Span,
                $"found {findings.Show(token)} behind {findings.Show(before)} where an operator was expected",
                call
                    ? $"a product is written '{before.Text}*{token.Text}', a function '{before.Text}({token.Text})'"
                    : "a product is written with '*'");
        }

        reportedGap = true;
        return true;
    }

    /// <summary>Reports "if", which the language does not have.</summary>
    public void Conditional() => findings.Error(
        cursor.Current.Span, $"there is no '{cursor.Current.Text}' in expressions", OddCharacters.ConditionalHint);

    /// <summary>Reports the token at the cursor where a value should stand.</summary>
    public void NoValue()
    {
        var (token, after) = (cursor.Current, cursor.Ahead(1));
        var before = cursor.Position > 0 ? cursor.Previous : default;
        var placeholder = token.Is("%") && after.Kind is TokenKind.Name or TokenKind.Open
            && token.Span.End == after.Span.Start;
        var hint = placeholder ? "replace the placeholder by what it stands for"
            : token.Is("*") && before.Is("*") ? "a power is written '**' without a space"
            : before.Kind == TokenKind.Operator ? $"'{findings.Source.Slice(before.Span)}' needs a value on its right"
            : token.Kind == TokenKind.Operator ? $"{findings.Show(token)} needs a value on its left" : null;
        findings.Error(token.Span, $"found {findings.Show(token)} where a value was expected", hint);
    }

    /// <summary>Reports a bracket or brace in the place of a parenthesis.</summary>
    /// <returns>Whether it may be read on as one; not so around a placeholder.</returns>
    public bool Bracket(Token open)
    {
        var placeholder = open.Text == "{" && cursor.Ahead(1).Kind == TokenKind.Name
            && cursor.Ahead(2).Kind == TokenKind.Close && cursor.Ahead(2).Span.Length == 1;
        var index = open.Text == "[" && cursor.Position > 0 && cursor.Previous.Kind == TokenKind.Name;
        findings.Error(
            open.Span, $"found '{open.Text}' where '(' was expected",
            placeholder ? "replace the placeholder by what it stands for"
                : index ? "variables have no indices, and the arguments of a function stand in '(' and ')'"
                : "values are grouped by '(' and ')'");
        return !placeholder;
    }

    /// <summary>Reports an open bracket whose closing one is missing; the innermost of an expression only.</summary>
    public void NeverClosed(Token open)
    {
        if (!reportedOpen)
        {
            findings.Error(
                open.Span, $"'{open.Text}' is never closed",
                $"found {findings.Show(cursor.Current)} where ')' was expected");
        }

        reportedOpen = true;
    }

    /// <summary>Reports a reserved word in the place of a name.</summary>
    public void Name(Token token)
    {
        if (token.Text is not ("True" or "False"))
            Keywords.Report(token, findings);
    }

    /// <summary>Takes the rest of a number with a decimal comma, 0,5 for 0.5, and reports it.</summary>
    /// <param name="number">The number just taken.</param>
    public void DecimalComma(Token number)
    {
        var (comma, after) = (cursor.Current, cursor.Ahead(1));
        if (comma.Kind != TokenKind.Comma || after.Kind != TokenKind.Number || number.Text.Contains('.')
            || number.Span.End != comma.Span.Start || comma.Span.End != after.Span.Start)
        {
            return;
        }

        var span = number.Span.To(after.Span);
        findings.Error(
            span, $"found '{findings.Source.Slice(span)}', a number with a comma",
            span.Length > 40 ? "decimals are written with a point: 0.5"
                : after.Text.AsSpan().ContainsAnyExceptInRange('0', '9')
                    ? $"write '{number.Text}{after.Text}'"
                    : $"write '{number.Text}.{after.Text}'");
        cursor.Take();
        cursor.Take();
    }
}
