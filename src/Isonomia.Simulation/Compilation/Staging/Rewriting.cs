using Isonomia.Modeling.Expressions;

namespace Isonomia.Simulation.Compilation.Staging;

/// <summary>Rewrites expressions from the leaves up, each distinct node once, without a deep stack.</summary>
internal static class Rewriting
{
    /// <summary>
    /// Expressions with every node replaced by what a rule makes of it; the rule is given the node as it was and over
    /// its rewritten operands.
    /// </summary>
    public static Expression[] Each(
        ReadOnlySpan<Expression> roots, Func<Expression, Expression, Expression> rule)
    {
        var rewritten = new Dictionary<Expression, Expression>();
        var operands = new Expression[3];
        foreach (var node in Postorder.Of(roots))
        {
            for (var i = 0; i < node.Operands.Length; i++)
                operands[i] = rewritten[node[i]];
            var same = node.Operands.IsEmpty ? node : node.With(operands.AsSpan(0, node.Operands.Length));
            rewritten[node] = rule(node, same);
        }

        var results = new Expression[roots.Length];
        for (var i = 0; i < roots.Length; i++)
            results[i] = rewritten[roots[i]];
        return results;
    }

    /// <summary>
    /// Where several quotients have the same divisor, one reciprocal and products: a division costs as much as ten
    /// products. Each quotient is rounded once more.
    /// </summary>
    public static Expression[] ShareReciprocals(ReadOnlySpan<Expression> roots, StageMap stages)
    {
        var divisors = new Dictionary<Expression, int>();
        foreach (var node in Postorder.Of(roots))
        {
            if (node.Operator == Operator.Divide && stages[node[1]] == Stage.Lane)
                divisors[node[1]] = divisors.GetValueOrDefault(node[1]) + 1;
        }

        if (divisors.Values.All(n => n < 2))
            return roots.ToArray();
        return Each(roots, (node, same) =>
            node.Operator == Operator.Divide && divisors.GetValueOrDefault(node[1]) > 1 && !same[0].IsConstant(1)
                ? same[0] * (Expression.Constant(1) / same[1])
                : same);
    }
}
