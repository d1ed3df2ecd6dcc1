using System.Collections.Immutable;
using Isonomia.Modeling.Units;

namespace Isonomia.Modeling.Expressions.Analysis;

/// <summary>An expression as sum_i a_i x_i + b, with a_i and b free of the variables x_i.</summary>
/// <param name="Variables">The names of x_i.</param>
/// <param name="Coefficients">a_i, simplified; the number 0 for a variable that does not occur.</param>
/// <param name="Rest">b, simplified.</param>
public sealed record LinearForm(
    ImmutableArray<string> Variables, ImmutableArray<Expression> Coefficients, Expression Rest)
{
    /// <summary>
    /// The linear form of an expression, or null where it has none. Products, quotients and choices are followed as
    /// written; where that fails for a rational function, derivatives that simplify to constants also count, as those of
    /// (v + 1)*(v - 1) - v**2.
    /// </summary>
    /// <param name="expression">The expression.</param>
    /// <param name="variables">The names of the variables in which it is to be linear.</param>
    public static LinearForm? Try(Expression expression, params IReadOnlyList<string> variables)
    {
        ArgumentNullException.ThrowIfNull(variables);
        var simple = Simplifier.Simplify(expression);
        var parts = new Dictionary<Expression, Part>();
        foreach (var node in Postorder.Of(simple))
            parts[node] = Follow(node, [.. node.Operands.Select(o => parts[o])], variables);
        return parts[simple] switch
        {
            { IsLinear: true } part => Form(expression, variables, part),
            { IsRational: true } => ByDerivatives(expression, simple, variables),
            _ => null,
        };
    }

    private static LinearForm Form(Expression expression, IReadOnlyList<string> variables, Part part)
    {
        var coefficients = variables.Select(
            (v, i) => part.Slopes?[i] ?? Expression.Constant(0, expression.Dimension / DimensionOf(expression, v)));
        return new LinearForm([.. variables], Simplifier.Simplify([.. coefficients]),
            Simplifier.Simplify(part.Rest ?? Expression.Constant(0, expression.Dimension)));
    }

    private static LinearForm? ByDerivatives(
        Expression expression, Expression simple, IReadOnlyList<string> variables)
    {
        var names = variables.ToHashSet(StringComparer.Ordinal);
        var slopes = new List<Expression>();
        foreach (var variable in variables)
        {
            slopes.Add(Derivative.Of(simple, variable));
            if (FreeVariables.Any(slopes[^1], names))
                return null;
        }

        var origin = names.ToDictionary(v => v, v => Expression.Constant(0, DimensionOf(expression, v)));
        var rest = Simplifier.Simplify(Substitution.Replace(simple, origin));

        // x**2/x has no value at the origin, though it is linear.
        return Postorder.Of(rest).Exists(n => n.Operator == Operator.Divide && n[1].IsConstant(0))
            ? null
            : new LinearForm([.. variables], [.. slopes], rest);
    }

    private static Dimension DimensionOf(Expression expression, string variable) =>
        Postorder.Of(expression).Find(n => n.Operator == Operator.Variable && n.Name == variable)?.Dimension
        ?? Dimension.None;

    private static Part Follow(Expression node, Part[] x, IReadOnlyList<string> variables)
    {
        if (node.Operator == Operator.Variable && Place(variables, node.Name) is >= 0 and var place)
        {
            var unit = new Expression?[variables.Count];
            unit[place] = Expression.Integer(1);
            return new Part(unit, null, true, true);
        }

        if (Array.TrueForAll(x, part => part.IsFree))
            return new Part(null, node, true, true);
        if (Array.TrueForAll(x, part => part.IsLinear))
        {
            switch (node.Operator)
            {
                case Operator.Negate:
                    return x[0].Map(e => -e);
                case Operator.Add:
                    return x[0].Combine(x[1], (a, b) => a is null ? b : b is null ? a : a + b);
                case Operator.Subtract:
                    return x[0].Combine(x[1], (a, b) => b is null ? a : a is null ? -b : a - b);
                case Operator.Multiply when x[1].IsFree:
                    return x[0].Map(e => e * node[1]);
                case Operator.Multiply when x[0].IsFree:
                    return x[1].Map(e => node[0] * e);
                case Operator.Divide when x[1].IsFree:
                    return x[0].Map(e => e / node[1]);
                case Operator.Select when x[0].IsFree:
                    return x[1].Combine(x[2], (a, b) => a is null && b is null ? null : Expression.Apply(
                        Operator.Select, node[0], a ?? Zero(b!), b ?? Zero(a!)));
            }
        }

        // Beyond rational functions nothing becomes linear that the simplifier has not made so.
        var isRational = Array.TrueForAll(x, part => part.IsRational) && (node.Operator is Operator.Negate
            or Operator.Add or Operator.Subtract or Operator.Multiply or Operator.Divide
            || node.Operator == Operator.Power && node[1].Operator == Operator.Constant);
        return new Part(null, null, false, isRational);
    }

    private static int Place(IReadOnlyList<string> names, string name)
    {
        for (var i = 0; i < names.Count; i++)
        {
            if (names[i] == name)
                return i;
        }

        return -1;
    }

    private static Expression Zero(Expression like) => Expression.Constant(0, like.Dimension);

    // Slopes null: free of the variables. A null slope, or a null rest, is 0.
    private sealed record Part(Expression?[]? Slopes, Expression? Rest, bool IsLinear, bool IsRational)
    {
        public bool IsFree => IsLinear && Slopes is null;

        public Part Map(Func<Expression, Expression> map) => new(
            Slopes?.Select(s => s is null ? null : map(s)).ToArray(), Rest is null ? null : map(Rest), true, true);

        public Part Combine(Part other, Func<Expression?, Expression?, Expression?> combine)
        {
            var count = Slopes?.Length ?? other.Slopes?.Length ?? 0;
            var slopes = new Expression?[count];
            for (var i = 0; i < count; i++)
                slopes[i] = combine(Slopes?[i], other.Slopes?[i]);
            return new Part(slopes, combine(Rest, other.Rest), true, true);
        }
    }
}
