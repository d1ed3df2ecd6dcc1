using Isonomia.Modeling.Diagnostics;
using Isonomia.Modeling.Syntax;

namespace Isonomia.Modeling.Tests.Syntax;

/// <summary>What is found wrong with a text: "line:column: message", and its hint as "-> hint" behind it.</summary>
internal static class Mistakes
{
    public static string[] OfExpression(string text) => Of(text, (s, b) => ExpressionParser.Parse(s, b));

    public static string[] OfEquations(string text) => Of(text, (s, b) => EquationsParser.Parse(s, b));

    public static string[] OfStatements(string text) => Of(text, (s, b) => StatementsParser.Parse(s, b));

    private static string[] Of(string text, Action<SourceText, DiagnosticBag> parse)
    {
        var bag = new DiagnosticBag();
        parse(new SourceText(text, "text"), bag);
        return [.. bag.Found.SelectMany(Lines)];
    }

    private static IEnumerable<string> Lines(Diagnostic found)
    {
        var (line, column) = found.Source.Position(found.Span.Start);
        yield return $"{line}:{column}: {found.Message}";
        if (found.Hint is not null)
            yield return $"-> {found.Hint}";
    }
}
