using Isonomia.Modeling.Diagnostics;
using Isonomia.Modeling.Syntax;

namespace Isonomia.Modeling.Tests.Syntax;

/// <summary>Parses a text that must be right, and writes what was read.</summary>
internal static class Parsing
{
    public static string Expression(string text) =>
        Checked(text, (s, b) => SyntaxPrinter.Print(ExpressionParser.Parse(s, b)));

    public static string Equations(string text) => Checked(
        text, (s, b) => string.Join('\n', EquationsParser.Parse(s, b).Select(SyntaxPrinter.Print)));

    public static string Statements(string text) => Checked(
        text, (s, b) => string.Join('\n', StatementsParser.Parse(s, b).Select(SyntaxPrinter.Print)));

    private static string Checked(string text, Func<SourceText, DiagnosticBag, string> parse)
    {
        var bag = new DiagnosticBag();
        var read = parse(new SourceText(text, "text"), bag);
        Assert.Equal("", string.Join('\n', bag.Found.Select(d => d.Render())));
        return read;
    }
}
