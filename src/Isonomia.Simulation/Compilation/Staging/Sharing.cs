using Isonomia.Modeling.Expressions;

namespace Isonomia.Simulation.Compilation.Staging;

/// <summary>
/// Makes a straight-line program of expressions: what is used more than once gets a name, as does what is computed by a
/// call (values in registers do not survive one, so calls do not stand inside other operations).
/// </summary>
internal static class Sharing
{
    // Deeper trees are cut, so that walking them takes little stack.
    private const int Height = 40;

    /// <summary>The definitions, in order, and the expressions over their names.</summary>
    /// <param name="roots">Expressions.</param>
    /// <param name="taken">Names in use; those given here are added.</param>
    public static (List<Definition> Lets, Expression[] Roots) Of(ReadOnlySpan<Expression> roots, HashSet<string> taken)
    {
        var order = Postorder.Of(roots);
        var uses = new Dictionary<Expression, int>();
        foreach (var node in order)
        {
            foreach (var operand in node.Operands)
                uses[operand] = uses.GetValueOrDefault(operand) + 1;
        }

        foreach (var root in roots)
            uses[root] = uses.GetValueOrDefault(root) + 1;

        var lets = new List<Definition>();
        var heights = new Dictionary<Expression, int>();
        var rewritten = new Dictionary<Expression, Expression>();
        foreach (var node in order)
        {
            if (node.Operands.IsEmpty)
            {
                rewritten[node] = node;
                continue;
            }

            var operands = new Expression[node.Operands.Length];
            var height = 0;
            for (var i = 0; i < operands.Length; i++)
            {
                operands[i] = rewritten[node[i]];
                height = Math.Max(height, heights.GetValueOrDefault(operands[i]) + 1);
            }

            var same = node.With(operands);
            if (uses[node] > 1 || height > Height || Functions.IsCall(node.Operator))
            {
                lets.Add(new Definition(Hoisting.Fresh("_" + lets.Count, taken), same));
                same = lets[^1].Read;
                height = 0;
            }

            rewritten[node] = same;
            heights[same] = height;
        }

        var results = new Expression[roots.Length];
        for (var i = 0; i < roots.Length; i++)
            results[i] = rewritten[roots[i]];
        return (lets, results);
    }
}
