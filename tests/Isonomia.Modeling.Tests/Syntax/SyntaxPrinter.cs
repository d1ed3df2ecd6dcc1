using System.Globalization;
using Isonomia.Modeling.Syntax;

namespace Isonomia.Modeling.Tests.Syntax;

/// <summary>Writes what was parsed with every operation in parentheses, so that a test sees how it was read.</summary>
internal static class SyntaxPrinter
{
    public static string Print(ExpressionSyntax? expression) => expression switch
    {
        null => "nothing",
        ExpressionSyntax.Missing => "missing",
        ExpressionSyntax.Number n => n.Value.ToString(n.IsInteger ? "0" : "R", CultureInfo.InvariantCulture)
            + (n.IsInteger || n.Value.ToString("R", CultureInfo.InvariantCulture).AsSpan().IndexOfAny('.', 'E') >= 0
                ? ""
                : ".0"),
        ExpressionSyntax.Name n => n.Identifier,
        ExpressionSyntax.Unary { Operator: "not" } u => $"(not {Print(u.Operand)})",
        ExpressionSyntax.Unary u => $"({u.Operator}{Print(u.Operand)})",
        ExpressionSyntax.Binary b => $"({Print(b.Left)} {b.Operator} {Print(b.Right)})",
        ExpressionSyntax.Call c => $"{c.Function}({string.Join(", ", c.Arguments.Select(Print))})",
        _ => throw new ArgumentException("unknown node", nameof(expression)),
    };

    public static string Print(EquationSyntax equation)
    {
        var head = equation.Kind switch
        {
            EquationKind.Differential => $"d{equation.Name}/dt = {Print(equation.Right)}",
            EquationKind.Subexpression => $"{equation.Name} = {Print(equation.Right)}",
            _ => equation.Name,
        };
        var flags = equation.Flags.Count > 0 ? $" ({string.Join(", ", equation.Flags.Select(f => f.Text))})" : "";
        return $"{head} : {Print(equation.Unit)}{flags}";
    }

    public static string Print(StatementSyntax statement) =>
        $"{statement.Target} {statement.Operator} {Print(statement.Right)}";
}
