namespace Isonomia.Modeling.Expressions;

/// <summary>
/// The distinct nodes of expressions, operands before what is made of them. Every pass over expressions is a loop over
/// this list: what is shared is seen once, and deep expressions need no deep stack.
/// </summary>
public static class Postorder
{
    /// <summary>The distinct nodes below and including some roots, in a fixed order.</summary>
    /// <param name="roots">The roots.</param>
    public static List<Expression> Of(params ReadOnlySpan<Expression> roots) => Of(roots, _ => false);

    /// <summary>The same without the nodes that are done already, and what is only below them.</summary>
    internal static List<Expression> Of(ReadOnlySpan<Expression> roots, Func<Expression, bool> isDone)
    {
        var order = new List<Expression>();
        var seen = new HashSet<Expression>();
        var path = new Stack<(Expression Node, int Next)>();
        foreach (var root in roots)
        {
            if (!isDone(root) && seen.Add(root))
                path.Push((root, 0));
            while (path.TryPop(out var step))
            {
                var (node, next) = step;
                if (next == node.Operands.Length)
                {
                    order.Add(node);
                    continue;
                }

                path.Push((node, next + 1));
                if (!isDone(node[next]) && seen.Add(node[next]))
                    path.Push((node[next], 0));
            }
        }

        return order;
    }
}
