using Isonomia.Modeling.Expressions;

namespace Isonomia.Modeling.Tests.Expressions;

/// <summary>Evaluation with operations that are a little wrong, to see how sensitive a value is to rounding.</summary>
internal static class RoundedEvaluation
{
    /// <summary>The largest change of an expression's value in some trials; infinite where one has no finite value.</summary>
    public static double Spread(Expression expression, Func<string, double> variables, double error, int seed)
    {
        var exact = Evaluator.Evaluate(expression, variables);
        var random = new System.Random(seed);
        var spread = 0.0;
        for (var trial = 0; trial < 6; trial++)
        {
            var values = new Dictionary<Expression, double>();
            foreach (var node in Postorder.Of(expression))
            {
                var value = Evaluator.Evaluate(Shallow(node), name => name[0] == '_'
                    ? values[node[int.Parse(name[1..])]]
                    : variables(name));
                if (!double.IsFinite(value))
                    return double.PositiveInfinity;
                values[node] = node.Kind == ValueKind.Boolean || node.Operator == Operator.Constant
                    ? value
                    : value * (1 + error * (2 * random.NextDouble() - 1));
            }

            var change = Math.Abs(values[expression] - exact);
            spread = double.IsFinite(change) ? Math.Max(spread, change) : double.PositiveInfinity;
        }

        return spread;
    }

    private static Expression Shallow(Expression node) => node.Operands.IsEmpty
        ? node
        : node.With([.. node.Operands.Select((o, i) => o.Operator == Operator.Constant && node.Operator == Operator.Power
            ? o
            : Expression.Variable("_" + i, o.Dimension, o.Kind))]);
}
