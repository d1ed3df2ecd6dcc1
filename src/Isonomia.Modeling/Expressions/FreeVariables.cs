using System.Collections.Immutable;

namespace Isonomia.Modeling.Expressions;

/// <summary>The names that expressions read.</summary>
public static class FreeVariables
{
    /// <summary>The names of all variables, built-ins included, in ordinal order; noise and draws are none.</summary>
    /// <param name="expressions">The expressions.</param>
    public static ImmutableSortedSet<string> Of(params ReadOnlySpan<Expression> expressions)
    {
        var names = ImmutableSortedSet.CreateBuilder<string>(StringComparer.Ordinal);
        foreach (var node in Postorder.Of(expressions))
        {
            if (node.Operator == Operator.Variable)
                names.Add(node.Name);
        }

        return names.ToImmutable();
    }

    /// <summary>Whether an expression reads any of some names.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="names">The names.</param>
    public static bool Any(Expression expression, IReadOnlySet<string> names)
    {
        foreach (var node in Postorder.Of(expression))
        {
            if (node.Operator == Operator.Variable && names.Contains(node.Name))
                return true;
        }

        return false;
    }
}
