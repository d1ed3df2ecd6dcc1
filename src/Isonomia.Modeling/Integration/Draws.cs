using Isonomia.Modeling.Expressions;

namespace Isonomia.Modeling.Integration;

/// <summary>Replaces draws in expressions.</summary>
public static class Draws
{
    /// <summary>Noise and normal draws at 0, uniform draws at a half, Poisson draws at their mean.</summary>
    public static Expression AtMeans(Expression expression) => Replace(expression, node => node.Operator switch
    {
        Operator.Poisson => node[0],
        Operator.Uniform => Expression.Constant(0.5),
        _ => Expression.Constant(0, node.Dimension),
    });

    /// <summary>An expression in which every draw and noise is another expression.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="replacement">What to put for a draw, whose operands have been replaced already.</param>
    public static Expression Replace(Expression expression, Func<Expression, Expression> replacement)
    {
        var made = new Dictionary<Expression, Expression>();
        var operands = new Expression[3];
        foreach (var node in Postorder.Of(expression))
        {
            for (var i = 0; i < node.Operands.Length; i++)
                operands[i] = made[node[i]];
            var same = node.With(operands.AsSpan(0, node.Operands.Length));
            made[node] = node.Operator is Operator.Noise or Operator.Normal or Operator.Uniform or Operator.Poisson
                ? replacement(same)
                : same;
        }

        return made[expression];
    }
}
