namespace Isonomia.Modeling.Expressions.Printing;

/// <summary>
/// Builds the text of an expression from those of its parts, each distinct part once. What would be too long to read is
/// written as an ellipsis: a page of shared subexpressions written out could fill the world.
/// </summary>
internal static class Folding
{
    // Longer than any equation of a paper, and short enough that a thousand of them are no burden.
    private const int LongestText = 10_000;

    public static string Print(
        Expression expression, Func<Expression, Written[], Written> write, string ellipsis = "...")
    {
        var texts = new Dictionary<Expression, Written>();
        foreach (var node in Postorder.Of(expression))
        {
            var text = write(node, [.. node.Operands.Select(o => texts[o])]);
            texts[node] = text.Text.Length <= LongestText ? text : new Written(ellipsis, Binding.Atom);
        }

        return texts[expression].Text;
    }
}
