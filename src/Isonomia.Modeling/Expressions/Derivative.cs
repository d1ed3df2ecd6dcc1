using System.Collections.Immutable;
using Isonomia.Modeling.Units;

namespace Isonomia.Modeling.Expressions;

/// <summary>
/// Symbolic derivatives. Functions with kinks and jumps have the derivative of their pieces: that of abs is sign, that of
/// floor, sign, int, comparisons and Poisson draws (in their mean) is 0, that of minimum and clip is chosen by the
/// condition. Noise and draws do not depend on any variable. What expressions share, their derivatives share.
/// </summary>
public static class Derivative
{
    // Below this exprel' comes from its series, above it from a difference that has lost at most this digit.
    private const double SeriesReach = 0.2;
    private const int SeriesOrder = 10;

    /// <summary>The derivative of an expression with respect to a variable, simplified.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="variable">A variable's name; others are held constant.</param>
    public static Expression Of(Expression expression, string variable) => Of([expression], variable)[0];

    /// <summary>The derivatives of several expressions with respect to a variable, simplified.</summary>
    /// <param name="expressions">The expressions.</param>
    /// <param name="variable">A variable's name; others are held constant.</param>
    public static ImmutableArray<Expression> Of(ReadOnlySpan<Expression> expressions, string variable)
    {
        var nodes = Postorder.Of(expressions);
        var dimension = nodes.Find(n => n.Operator == Operator.Variable && n.Name == variable)?.Dimension
            ?? Dimension.None;

        // No entry stands for the derivative 0.
        var slopes = new Dictionary<Expression, Expression>();
        foreach (var node in nodes)
        {
            if (node.Operator == Operator.Variable && node.Name == variable)
                slopes[node] = Expression.Integer(1);
            else if (Slope(node, node.Operands.Select(o => slopes.GetValueOrDefault(o)).ToArray()) is { } slope)
                slopes[node] = slope;
        }

        var results = new Expression[expressions.Length];
        for (var i = 0; i < results.Length; i++)
        {
            results[i] = slopes.GetValueOrDefault(expressions[i])
                ?? Expression.Constant(0, expressions[i].Dimension / dimension);
        }

        return Simplifier.Simplify(results);
    }

    // The chain rule at one node; d holds the operands' derivatives, null for 0.
    private static Expression? Slope(Expression node, Expression?[] d)
    {
        if (Array.TrueForAll(d, slope => slope is null))
            return null;
        var x = node[0];
        switch (node.Operator)
        {
            case Operator.Negate:
                return Minus(null, d[0]);
            case Operator.Add:
                return Plus(d[0], d[1]);
            case Operator.Subtract:
                return Minus(d[0], d[1]);
            case Operator.Multiply:
                return Plus(Times(node[1], d[0]), Times(x, d[1]));
            case Operator.Divide:
                return Over(Minus(d[0], Times(node, d[1])), node[1]);
            case Operator.Modulo:
                return Minus(d[0], Times(Expression.Apply(Operator.FloorDivide, x, node[1]), d[1]));
            case Operator.Power:
                return OfPower(node, d[0], d[1]);
            case Operator.Select:
                return d[1] is null && d[2] is null ? null : Either(x, d[1], d[2]);
            case Operator.Minimum:
                return Either(Expression.Apply(Operator.LessOrEqual, x, node[1]), d[0], d[1]);
            case Operator.Maximum:
                return Either(Expression.Apply(Operator.GreaterOrEqual, x, node[1]), d[0], d[1]);
            default:
                return d.Length == 1 && OfFunction(node, x) is { } slope ? Times(slope, d[0]) : null;
        }
    }

    private static Expression? OfPower(Expression power, Expression? dBase, Expression? dExponent)
    {
        var (x, y) = (power[0], power[1]);
        var lower = y is { Operator: Operator.Constant }
            ? x.Dimension.TryPower(y.Value - 1, out _) ? Raised(x, y.Value - 1) : power / x
            : Expression.Apply(Operator.Power, x, y - Expression.Integer(1));
        return Plus(Times(y * lower, dBase), Times(power * Expression.Apply(Operator.Log, x), dExponent));
    }

    // The derivative of a function of one argument with respect to it; null for 0.
    private static Expression? OfFunction(Expression node, Expression x)
    {
        var one = Expression.Integer(1);
        return node.Operator switch
        {
            Operator.Exp => node,
            Operator.Expm1 => Expression.Apply(Operator.Exp, x),
            Operator.Exprel => OfExprel(node, x),
            Operator.Log => one / x,
            Operator.Log1p => one / (one + x),
            Operator.Log10 => Expression.Constant(1 / Math.Log(10)) / x,
            Operator.Sqrt => Expression.Constant(0.5) / node,
            Operator.Abs => Expression.Apply(Operator.Sign, x),
            Operator.Sin => Expression.Apply(Operator.Cos, x),
            Operator.Cos => -Expression.Apply(Operator.Sin, x),
            Operator.Tan => one + Raised(node, 2),
            Operator.Sinh => Expression.Apply(Operator.Cosh, x),
            Operator.Cosh => Expression.Apply(Operator.Sinh, x),
            Operator.Tanh => one - Raised(node, 2),
            Operator.Arcsin => one / Expression.Apply(Operator.Sqrt, one - Raised(x, 2)),
            Operator.Arccos => -(one / Expression.Apply(Operator.Sqrt, one - Raised(x, 2))),
            Operator.Arctan => one / (one + Raised(x, 2)),
            _ => null,
        };
    }

    // exprel'(x) = (exp(x) - exprel(x))/x cancels near 0, where the series sum over n of x^n/(n! (n + 2)) serves.
    private static Expression OfExprel(Expression node, Expression x)
    {
        var coefficients = new double[SeriesOrder + 1];
        for (var (n, factorial) = (0, 1.0); n <= SeriesOrder; factorial *= ++n)
            coefficients[n] = 1 / (factorial * (n + 2));
        var series = Expression.Constant(coefficients[^1]);
        for (var n = SeriesOrder - 1; n >= 0; n--)
            series = series * x + Expression.Constant(coefficients[n]);

        var near = Expression.Apply(
            Operator.Less, Expression.Apply(Operator.Abs, x), Expression.Constant(SeriesReach));
        return Expression.Apply(Operator.Select, near, series, (Expression.Apply(Operator.Exp, x) - node) / x);
    }

    private static Expression Raised(Expression x, double exponent) => exponent switch
    {
        1 => x,
        _ when double.IsInteger(exponent) && Math.Abs(exponent) < 1e9 =>
            Expression.Apply(Operator.Power, x, Expression.Integer((long)exponent)),
        _ => Expression.Apply(Operator.Power, x, Expression.Constant(exponent)),
    };

    private static Expression? Plus(Expression? x, Expression? y) => x is null ? y : y is null ? x : x + y;

    private static Expression? Minus(Expression? x, Expression? y) => y is null ? x : x is null ? -y : x - y;

    private static Expression? Times(Expression x, Expression? y) =>
        y is null ? null : y.IsConstant(1) && y.Dimension.IsNone ? x : x * y;

    private static Expression? Over(Expression? x, Expression y) => x is null ? null : x / y;

    private static Expression? Either(Expression condition, Expression? x, Expression? y) =>
        x is null && y is null ? null : Expression.Apply(Operator.Select, condition, x ?? Zero(y!), y ?? Zero(x!));

    private static Expression Zero(Expression like) => Expression.Constant(0, like.Dimension);
}
