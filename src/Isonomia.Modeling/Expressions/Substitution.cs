using System.Collections.Immutable;

namespace Isonomia.Modeling.Expressions;

/// <summary>Replaces variables by expressions, all at once: what is put in is not searched again.</summary>
public static class Substitution
{
    /// <summary>An expression with variables replaced.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="replacements">What to put for which name; of the same dimension as the variable.</param>
    public static Expression Replace(Expression expression, IReadOnlyDictionary<string, Expression> replacements) =>
        Replace([expression], replacements)[0];

    /// <summary>Several expressions with variables replaced; what they share is done once.</summary>
    /// <param name="expressions">The expressions.</param>
    /// <param name="replacements">What to put for which name; of the same dimension as the variable.</param>
    public static ImmutableArray<Expression> Replace(
        ReadOnlySpan<Expression> expressions, IReadOnlyDictionary<string, Expression> replacements)
    {
        ArgumentNullException.ThrowIfNull(replacements);
        return Rewrite(expressions, (node, operands) =>
            node.Operator == Operator.Variable && replacements.TryGetValue(node.Name, out var put)
                ? put
                : node.With(operands));
    }

    /// <summary>Rewrites from the leaves up, each distinct node once.</summary>
    internal static ImmutableArray<Expression> Rewrite(
        ReadOnlySpan<Expression> expressions, Func<Expression, ReadOnlySpan<Expression>, Expression> rule)
    {
        var rewritten = new Dictionary<Expression, Expression>();
        var operands = new Expression[3];
        foreach (var node in Postorder.Of(expressions))
        {
            for (var i = 0; i < node.Operands.Length; i++)
                operands[i] = rewritten[node[i]];
            rewritten[node] = rule(node, operands.AsSpan(0, node.Operands.Length));
        }

        var results = ImmutableArray.CreateBuilder<Expression>(expressions.Length);
        foreach (var expression in expressions)
            results.Add(rewritten[expression]);
        return results.MoveToImmutable();
    }
}
