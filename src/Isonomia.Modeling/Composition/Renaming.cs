using Isonomia.Modeling.Expressions;

namespace Isonomia.Modeling.Composition;

/// <summary>
/// The same expressions under other names, so that two models can stand side by side: variables of the given names, and
/// all noises and draws, get a prefix. What is put together keeps its own randomness.
/// </summary>
internal sealed class Renaming(string prefix, IEnumerable<string> variables)
{
    private readonly HashSet<string> owned = [.. variables];
    private readonly Dictionary<Expression, Expression> done = [];

    /// <summary>
    /// Whether it is the source's cell (names with "_pre") that keeps its own names, not the target's.
    /// </summary>
    public bool StripsPre { get; init; }

    /// <summary>Names that stay as they are.</summary>
    public IReadOnlySet<string> Kept { get; init; } = new HashSet<string>();

    /// <summary>The name that a variable has afterwards.</summary>
    public string Of(string name) => Kept.Contains(name) ? name
        : owned.Contains(name) ? prefix + name
        : !StripsPre && name.EndsWith("_post", StringComparison.Ordinal) ? name[..^"_post".Length]
        : StripsPre && name.EndsWith("_pre", StringComparison.Ordinal) ? name[..^"_pre".Length]
        : name;

    /// <summary>The expression afterwards.</summary>
    public Expression Of(Expression expression)
    {
        if (done.TryGetValue(expression, out var known))
            return known;
        var renamed = expression.Operator switch
        {
            Operator.Constant => expression,
            Operator.Variable => Expression.Variable(Of(expression.Name), expression.Dimension, expression.Kind),
            Operator.Noise => Expression.Noise(prefix + expression.Name),
            Operator.Normal => Expression.Normal(prefix + expression.Name),
            Operator.Uniform => Expression.Uniform(prefix + expression.Name),
            Operator.Poisson => Expression.Poisson(prefix + expression.Name, Of(expression[0])),
            _ => expression.With([.. expression.Operands.Select(Of)]),
        };
        return done[expression] = renamed;
    }
}
