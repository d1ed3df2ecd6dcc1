using System.Collections.Immutable;
using Isonomia.Modeling.Diagnostics;
using Isonomia.Modeling.Syntax.Mistakes;
using Isonomia.Modeling.Syntax.Reading;
using Isonomia.Modeling.Syntax.Tokens;

namespace Isonomia.Modeling.Syntax;

/// <summary>Parses the statements of a reset or of a synaptic event: v = Vr; w += b.</summary>
public static class StatementsParser
{
    /// <summary>Statements read of one text.</summary>
    public const int MostStatements = 2000;

    /// <summary>Parses a text of statements, separated by ends of lines or semicolons.</summary>
    /// <param name="source">The text.</param>
    /// <param name="bag">Takes what is wrong with it: everything, in the order of the places.</param>
    /// <returns>
    /// The statements. One whose right side cannot be read has <see cref="ExpressionSyntax.Missing"/> there, so that
    /// what it sets is known; the reason is in the bag.
    /// </returns>
    public static ImmutableArray<StatementSyntax> Parse(SourceText source, DiagnosticBag bag)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(bag);
        var findings = new Findings(source);
        var cursor = new TokenCursor(Lexer.Read(findings), TextForm.Statements);
        var statements = ImmutableArray.CreateBuilder<StatementSyntax>();
        while (cursor.GoToItem())
        {
            if (statements.Count == MostStatements)
            {
                findings.Error(cursor.Current.Span, $"found more than {MostStatements:N0} statements");
                break;
            }

            if (ReadStatement(cursor, findings) is { } statement)
                statements.Add(statement);
        }

        findings.MoveTo(bag);
        return statements.ToImmutable();
    }

    private static StatementSyntax? ReadStatement(TokenCursor cursor, Findings findings)
    {
        var target = cursor.Current;
        var sign = cursor.Ahead(1);
        if (target.Kind != TokenKind.Name || !(sign.Kind == TokenKind.Assignment || sign.Is("==")))
        {
            StatementMistakes.Report(cursor, findings);
            cursor.SkipItem();
            return null;
        }

        Keywords.ReportDefined(target, findings);
        cursor.Take();
        cursor.Take();
        if (sign.Is("=="))
            findings.Error(sign.Span, "found '==' where '=' was expected", "'==' compares; '=' sets");
        else if (sign.Is("=") && cursor.Current.Is("+") && cursor.Current.Span.Start == sign.Span.End)
            findings.Warning(sign.Span.To(cursor.Current.Span), "'=+' sets, it does not add", "to add write '+='");
        var reader = new ExpressionReader(cursor, findings);
        var right = reader.Read();
        var span = cursor.From(target);
        var another = right is not null && cursor.DefinesHere;
        if (right is not null && !cursor.Current.EndsLine)
        {
            Leftover.Report(cursor, findings, "the end of the statement");
            right = another ? right : null;
        }

        if (right is null)
            cursor.SkipItem();
        if (right is null || reader.IsDoubtful)
            right = new ExpressionSyntax.Missing(span);
        return new StatementSyntax(target.Text, target.Span, sign.Is("==") ? "=" : sign.Text, right, span);
    }
}
