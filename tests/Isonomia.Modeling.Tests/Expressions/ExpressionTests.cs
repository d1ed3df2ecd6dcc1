using Isonomia.Modeling.Expressions;
using Isonomia.Modeling.Units;

namespace Isonomia.Modeling.Tests.Expressions;

public class ExpressionTests
{
    private static readonly Expression X = Expression.Variable("x", Dimension.None);
    private static readonly Expression Y = Expression.Variable("y", Dimension.None);

    [Fact]
    public void Expressions_built_alike_are_equal_and_others_are_not()
    {
        Assert.Equal(X + Y, Expression.Variable("x", Dimension.None) + Y);
        Assert.NotEqual(X + Y, Y + X);
        Assert.NotEqual(X - Y, X + Y);
        Assert.NotEqual(Expression.Integer(1), Expression.Constant(1));
        Assert.NotEqual(Expression.Constant(1), Expression.Constant(1, Dimension.Time));
        Assert.NotEqual(X, Expression.Variable("x", Dimension.Voltage));
        Assert.NotEqual(Expression.Normal("here"), Expression.Normal("there"));
        Assert.NotEqual(Expression.Poisson("a", X), Expression.Poisson("b", X));
    }

    [Fact]
    public void A_hundred_thousand_similar_expressions_have_different_fingerprints_and_spread_hashes()
    {
        var all = new HashSet<Expression>();
        for (var i = 0; i < 300; i++)
        {
            for (var j = 0; j < 300; j++)
                all.Add(Expression.Variable("x" + i, Dimension.None) * Expression.Integer(j) + Expression.Integer(i ^ j));
        }

        Assert.Equal(90_000, all.Count);

        // Of n values in 2^32 places n^2/2^33, here 0.9, meet by chance.
        Assert.True(all.Select(e => e.GetHashCode()).Distinct().Count() > 90_000 - 10);
    }

    [Fact]
    public void Variables_are_replaced_all_at_once()
    {
        var swapped = Substitution.Replace(X - Y, new Dictionary<string, Expression> { ["x"] = Y, ["y"] = X });

        Assert.Equal(Y - X, swapped);
    }

    [Fact]
    public void What_is_not_replaced_stays_the_same_object()
    {
        var expression = X * Y + Expression.Integer(1);

        Assert.Same(expression, Substitution.Replace(expression, new Dictionary<string, Expression> { ["z"] = X }));
    }

    [Fact]
    public void Free_variables_are_sorted_and_leave_draws_out() => Assert.Equal(
        ["x", "y"], FreeVariables.Of(Y * Expression.Normal("a") + X * Expression.Noise("") + Y));

    [Fact]
    public void A_draw_is_asked_for_once_and_told_its_mean()
    {
        var asked = new List<(Operator, double)>();
        var draw = Expression.Poisson("site", X + Expression.Integer(1));

        var value = Evaluator.Evaluate(draw * draw, _ => 2, (node, mean) =>
        {
            asked.Add((node.Operator, mean));
            return 5;
        });

        Assert.Equal(25, value);
        Assert.Equal([(Operator.Poisson, 3)], asked);
        Assert.Throws<ArgumentException>(() => Evaluator.Evaluate(draw, _ => 2));
    }

    [Fact]
    public void An_operator_takes_its_operands_and_no_others()
    {
        Assert.Throws<ArgumentException>(() => Expression.Apply(Operator.Add, X));
        Assert.Throws<ArgumentException>(() => Expression.Apply(Operator.Variable));
        Assert.Equal(Dimension.Voltage, Expression.Apply(Operator.Sqrt,
            Expression.Variable("u", Dimension.Voltage.Power(2))).Dimension);
    }
}
