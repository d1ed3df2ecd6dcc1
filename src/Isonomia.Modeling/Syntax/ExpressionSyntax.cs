using Isonomia.Modeling.Diagnostics;

namespace Isonomia.Modeling.Syntax;

/// <summary>An expression as it was written: names not yet resolved, dimensions not yet known.</summary>
/// <param name="Span">Where it stands in the source text.</param>
public abstract record ExpressionSyntax(TextSpan Span)
{
    /// <summary>A number: 5, 0.3, 1e-3.</summary>
    /// <param name="Value">Its value.</param>
    /// <param name="IsInteger">Whether it was written without point and exponent.</param>
    /// <param name="Span">Where it stands.</param>
    public sealed record Number(double Value, bool IsInteger, TextSpan Span) : ExpressionSyntax(Span);

    /// <summary>A name: a variable, a parameter, a constant or a unit.</summary>
    /// <param name="Identifier">The name.</param>
    /// <param name="Span">Where it stands.</param>
    public sealed record Name(string Identifier, TextSpan Span) : ExpressionSyntax(Span);

    /// <summary>
    /// In the place of a whole right side or unit that could not be read; the reason has been reported, and nothing
    /// more is to be said about it. It is never part of another expression.
    /// </summary>
    /// <param name="Span">Where the right side or unit was expected.</param>
    public sealed record Missing(TextSpan Span) : ExpressionSyntax(Span);

    /// <summary>A sign or a negation: -x, +x, not x.</summary>
    /// <param name="Operator">"-", "+" or "not".</param>
    /// <param name="Operand">What it is applied to.</param>
    /// <param name="Span">Where it stands.</param>
    public sealed record Unary(string Operator, ExpressionSyntax Operand, TextSpan Span) : ExpressionSyntax(Span);

    /// <summary>
    /// Two operands and an operator between them: + - * / // % ** &lt; &lt;= &gt; &gt;= == != and or. A chain
    /// a &lt; b &lt; c is (a &lt; b) and (b &lt; c); a quantity 281 pF is 281 * pF.
    /// </summary>
    /// <param name="Operator">The operator as written above.</param>
    /// <param name="Left">The left operand.</param>
    /// <param name="Right">The right operand.</param>
    /// <param name="OperatorSpan">Where the operator stands.</param>
    /// <param name="Span">Where the whole stands.</param>
    public sealed record Binary(
        string Operator, ExpressionSyntax Left, ExpressionSyntax Right, TextSpan OperatorSpan, TextSpan Span)
        : ExpressionSyntax(Span);

    /// <summary>A function and its arguments: exp(x).</summary>
    /// <param name="Function">The function's name.</param>
    /// <param name="FunctionSpan">Where the name stands.</param>
    /// <param name="Arguments">The arguments.</param>
    /// <param name="Span">Where the whole stands.</param>
    public sealed record Call(
        string Function, TextSpan FunctionSpan, IReadOnlyList<ExpressionSyntax> Arguments, TextSpan Span)
        : ExpressionSyntax(Span);
}
