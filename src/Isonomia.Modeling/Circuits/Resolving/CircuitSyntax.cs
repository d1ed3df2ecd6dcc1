using Isonomia.Modeling.Diagnostics;
using Isonomia.Modeling.Syntax;

namespace Isonomia.Modeling.Circuits.Resolving;

/// <summary>
/// Expressions of circuits: those of equations, and <c>round(x)</c>, which sizes and degrees need and equations do not
/// have.
/// </summary>
internal static class CircuitSyntax
{
    /// <summary>Reads an expression; null after an error.</summary>
    public static ExpressionSyntax? Parse(SourceText text, DiagnosticBag bag) =>
        ExpressionParser.Parse(text, bag) is { } syntax ? Expand(syntax) : null;

    /// <summary>The same with round(x) written as floor(x + 0.5).</summary>
    public static ExpressionSyntax Expand(ExpressionSyntax syntax) => syntax switch
    {
        ExpressionSyntax.Unary u => u with { Operand = Expand(u.Operand) },
        ExpressionSyntax.Binary b => b with { Left = Expand(b.Left), Right = Expand(b.Right) },
        ExpressionSyntax.Call { Function: "round", Arguments: [var x] } c => new ExpressionSyntax.Call(
            "floor", c.FunctionSpan,
            [new ExpressionSyntax.Binary("+", Expand(x), new ExpressionSyntax.Number(0.5, false, c.Span), c.Span,
                c.Span)],
            c.Span),
        ExpressionSyntax.Call c => c with { Arguments = [.. c.Arguments.Select(Expand)] },
        _ => syntax,
    };
}
