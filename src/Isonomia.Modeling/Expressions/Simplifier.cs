using System.Collections.Immutable;
using Isonomia.Modeling.Expressions.Simplification;

namespace Isonomia.Modeling.Expressions;

/// <summary>
/// Brings expressions into a simple normal form, from the leaves up: numbers folded (with their dimensions), 0 and 1
/// dropped, constants and like terms and like factors gathered, quotients of quotients and signs resolved, exponentials
/// multiplied by adding their arguments, and the ratios in rate functions made stable at their removable singularity
/// (<see cref="StableRates"/>). Terms and factors are put in a fixed order, so that a*b and b*a become equal. Products
/// are never multiplied out.
/// </summary>
/// <remarks>
/// Values are kept up to rounding wherever the expression as written has a finite value from finite variables; it may
/// become finite elsewhere (x/x, 0*x, exp(a)*exp(-a) outside their domain). Numbers that fold to infinity or to nothing
/// (1/0, 0/0) are left as written, for whoever runs them to see. Kind and dimension are kept, except that a real may
/// become known to be whole. The result is simple already: simplifying it again changes nothing.
/// </remarks>
public static class Simplifier
{
    /// <summary>An expression in simple form.</summary>
    /// <param name="expression">The expression.</param>
    public static Expression Simplify(Expression expression) => Simplify([expression])[0];

    /// <summary>Several expressions in simple form; what they share is done once.</summary>
    /// <param name="expressions">The expressions.</param>
    public static ImmutableArray<Expression> Simplify(params ReadOnlySpan<Expression> expressions)
    {
        // Nodes remember their simple form, so that what has been simplified once, or is simple, costs nothing again.
        var made = new Dictionary<Expression, Expression>();
        var operands = new Expression[3];
        foreach (var node in Postorder.Of(expressions, n => n.Simple is not null))
        {
            for (var i = 0; i < node.Operands.Length; i++)
                operands[i] = Known(node[i]);
            var simple = Rules.Apply(node, operands.AsSpan(0, node.Operands.Length));
            simple.Simple = simple;
            node.Simple = simple;
            made[node] = simple;
        }

        var results = ImmutableArray.CreateBuilder<Expression>(expressions.Length);
        foreach (var expression in expressions)
            results.Add(Known(expression));
        return results.MoveToImmutable();

        Expression Known(Expression x) => x.Simple ?? made[x];
    }
}
