using Isonomia.Modeling.Diagnostics;
using Isonomia.Modeling.Syntax.Mistakes;
using Isonomia.Modeling.Syntax.Reading;
using Isonomia.Modeling.Syntax.Tokens;

namespace Isonomia.Modeling.Syntax;

/// <summary>Parses one expression in Brian 2's syntax: a threshold, a parameter's value, a quantity.</summary>
public static class ExpressionParser
{
    /// <summary>Parses a text that is one expression; ends of lines in it mean nothing.</summary>
    /// <param name="source">The text.</param>
    /// <param name="bag">Takes what is wrong with it, in the order of the places.</param>
    /// <returns>
    /// The expression; null where it, or how it is grouped, cannot be told. Mistakes whose meaning is plain ("^" for
    /// "**") are reported and read on as meant.
    /// </returns>
    public static ExpressionSyntax? Parse(SourceText source, DiagnosticBag bag)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(bag);
        var findings = new Findings(source);
        var cursor = new TokenCursor(Lexer.Read(findings), TextForm.Expression);
        ExpressionSyntax? expression = null;
        if (source.Text.Length <= Lexer.MostCharacters)
            expression = Read(cursor, findings);
        findings.MoveTo(bag);
        return expression;
    }

    private static ExpressionSyntax? Read(TokenCursor cursor, Findings findings)
    {
        cursor.SkipBreaks(wantsValue: true);
        if (cursor.Current.Kind == TokenKind.End)
        {
            findings.Error(cursor.Current.Span, "found nothing where an expression was expected");
            return null;
        }

        var reader = new ExpressionReader(cursor, findings);
        var expression = reader.Read();
        if (expression is null || cursor.Current.Kind == TokenKind.End)
            return reader.IsDoubtful ? null : expression;
        Leftover.Report(cursor, findings, "the end of the expression");
        return null;
    }
}
