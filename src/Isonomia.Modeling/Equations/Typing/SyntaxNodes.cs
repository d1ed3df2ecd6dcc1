using Isonomia.Modeling.Syntax;

namespace Isonomia.Modeling.Equations.Typing;

/// <summary>Walks through expressions as they were written.</summary>
internal static class SyntaxNodes
{
    /// <summary>
    /// An expression and all its parts, from left to right. The middle of a chain a &lt; b &lt; c stands in the tree
    /// twice; it is visited once, or chains inside chains would take a time exponential in their depth.
    /// </summary>
    public static IEnumerable<ExpressionSyntax> Of(ExpressionSyntax root)
    {
        var open = new Stack<ExpressionSyntax>();
        var seen = new HashSet<ExpressionSyntax>(ReferenceEqualityComparer.Instance);
        open.Push(root);
        while (open.TryPop(out var node))
        {
            if (!seen.Add(node))
                continue;
            yield return node;
            switch (node)
            {
                case ExpressionSyntax.Unary unary:
                    open.Push(unary.Operand);
                    break;
                case ExpressionSyntax.Binary binary:
                    open.Push(binary.Right);
                    open.Push(binary.Left);
                    break;
                case ExpressionSyntax.Call call:
                    foreach (var argument in call.Arguments.Reverse())
                        open.Push(argument);
                    break;
            }
        }
    }

    /// <summary>The names an expression uses, where it does.</summary>
    public static IEnumerable<ExpressionSyntax.Name> Names(ExpressionSyntax? root) =>
        root is null ? [] : Of(root).OfType<ExpressionSyntax.Name>();
}
