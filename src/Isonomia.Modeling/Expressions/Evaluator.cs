namespace Isonomia.Modeling.Expressions;

/// <summary>
/// The value of an expression in double precision: the reference meaning of every operator
/// (<see cref="Arithmetic"/>), against which all compiled forms are tested.
/// </summary>
public static class Evaluator
{
    /// <summary>Evaluates an expression.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="variables">The value of a name in SI base units; true is 1.</param>
    /// <param name="draws">
    /// The value of a noise or a draw, given its node and, for a Poisson draw, its mean (else 0); asked once for each
    /// distinct node. Null where there is none.
    /// </param>
    /// <exception cref="ArgumentException">The expression draws, and <paramref name="draws"/> is null.</exception>
    public static double Evaluate(
        Expression expression, Func<string, double> variables, Func<Expression, double, double>? draws = null)
    {
        ArgumentNullException.ThrowIfNull(expression);
        ArgumentNullException.ThrowIfNull(variables);
        var values = new Dictionary<Expression, double>();
        foreach (var node in Postorder.Of(expression))
        {
            values[node] = node.Operator switch
            {
                Operator.Constant => node.Value,
                Operator.Variable => variables(node.Name),
                Operator.Noise or Operator.Normal or Operator.Uniform => Draw(node, 0),
                Operator.Poisson => Draw(node, values[node[0]]),
                _ => Arithmetic.Apply(node.Operator, Operand(node, 0), Operand(node, 1), Operand(node, 2)),
            };
        }

        return values[expression];

        double Operand(Expression node, int index) => index < node.Operands.Length ? values[node[index]] : 0;

        double Draw(Expression node, double mean) => draws is null
            ? throw new ArgumentException($"The expression draws ({node.Operator}), and nothing to draw from is given.",
                nameof(draws))
            : draws(node, mean);
    }
}
