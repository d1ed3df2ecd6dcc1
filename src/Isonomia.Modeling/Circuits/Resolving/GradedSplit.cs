using Isonomia.Modeling.Expressions;

namespace Isonomia.Modeling.Circuits.Resolving;

/// <summary>
/// Takes apart what each synapse gives at every step into sums of products of a part of the source and a part of the
/// target: of v_pre - v_post, v_pre times 1 and 1 times -v_post.
/// </summary>
/// <param name="isOfSource">Whether a name belongs to the source.</param>
/// <param name="isOfTarget">Whether a name belongs to the target.</param>
internal sealed class GradedSplit(Func<string, bool> isOfSource, Func<string, bool> isOfTarget)
{
    /// <summary>The products; null where it cannot be taken apart. Parts of one source come together.</summary>
    /// <param name="value">What each synapse gives, without the weight.</param>
    public IReadOnlyList<(Expression Source, Expression Target)>? Of(Expression value)
    {
        if (Terms(value) is not { } terms)
            return null;
        return [.. terms.GroupBy(t => t.Source).Select(
            g => (g.Key, Simplifier.Simplify(g.Select(t => t.Target).Aggregate((a, b) => a + b))))];
    }

    private List<(Expression Source, Expression Target)>? Terms(Expression e)
    {
        var names = FreeVariables.Of(e);
        var ofSource = names.Any(isOfSource);
        var ofTarget = names.Any(isOfTarget);
        if (!ofTarget)
            return ofSource ? [(e, Expression.Integer(1))] : [(Expression.Integer(1), e)];
        if (!ofSource)
            return [(Expression.Integer(1), e)];
        switch (e.Operator)
        {
            case Operator.Negate:
                return Terms(e[0])?.ConvertAll(t => (t.Source, -t.Target));
            case Operator.Add or Operator.Subtract:
                return Terms(e[0]) is { } left && Terms(e[1]) is { } right
                    ? [.. left, .. e.Operator == Operator.Add ? right : right.ConvertAll(t => (t.Source, -t.Target))]
                    : null;
            case Operator.Multiply:
                return Terms(e[0]) is { } one && Terms(e[1]) is { } other
                    ? [.. one.SelectMany(a =>
                        other.Select(b => (Product(a.Source, b.Source), Product(a.Target, b.Target))))]
                    : null;
            case Operator.Divide when !FreeVariables.Of(e[1]).Any(isOfSource):
                return Terms(e[0])?.ConvertAll(t => (t.Source, t.Target / e[1]));
            case Operator.Divide when !FreeVariables.Of(e[1]).Any(isOfTarget):
                return Terms(e[0])?.ConvertAll(t => (t.Source / e[1], t.Target));
            default:
                return null;
        }
    }

    private static Expression Product(Expression a, Expression b) =>
        a.IsConstant(1) && a.Dimension.IsNone ? b : b.IsConstant(1) && b.Dimension.IsNone ? a : a * b;
}
