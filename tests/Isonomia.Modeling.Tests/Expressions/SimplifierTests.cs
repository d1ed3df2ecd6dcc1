using Isonomia.Modeling.Expressions;
using Isonomia.Modeling.Units;

namespace Isonomia.Modeling.Tests.Expressions;

public class SimplifierTests
{
    [Fact]
    public void Simplifying_keeps_the_value_the_dimension_and_the_kind()
    {
        var compared = 0;
        for (var seed = 0; seed < 6000; seed++)
        {
            var random = new RandomExpressions(seed);
            var written = random.Real(2 + seed % 5);
            var simple = Simplifier.Simplify(written);
            Assert.Equal(written.Dimension, simple.Dimension);
            Assert.NotEqual(ValueKind.Boolean, simple.Kind);
            Assert.True(written.Kind == ValueKind.Real || simple.Kind == ValueKind.Integer);

            var values = random.Values();
            var before = Evaluator.Evaluate(written, values);
            var after = Evaluator.Evaluate(simple, values);
            if (!double.IsFinite(before) || !double.IsFinite(after))
                continue;

            // What rounding may do: the change when every operation is wrong by some 1e-11 of its result. At a jump
            // (the remainder of multiples) it may do anything.
            var spread = RoundedEvaluation.Spread(written, values, 1e-11, seed);
            if (spread > 1e-3 * Math.Abs(before))
                continue;
            compared++;
            Assert.True(Math.Abs(after - before) <= 1e-12 * Math.Abs(before) + 10 * spread + 1e-14,
                $"seed {seed}: {before} became {after}, spread {spread}");
        }

        Assert.True(compared > 3000);
    }

    [Fact]
    public void What_is_simple_stays_as_it_is()
    {
        for (var seed = 0; seed < 6000; seed++)
        {
            var simple = Simplifier.Simplify(new RandomExpressions(seed).Real(2 + seed % 5));

            // Built anew, since nodes remember what became of them.
            Assert.True(simple.Equals(Simplifier.Simplify(Rebuilt(simple))), $"seed {seed}");
        }
    }

    private static Expression Rebuilt(Expression expression)
    {
        var variables = FreeVariables.Of(expression);
        var there = Substitution.Replace(expression, variables.ToDictionary(v => v, v => Renamed(expression, v, "_" + v)));
        return Substitution.Replace(there, variables.ToDictionary(v => "_" + v, v => Renamed(expression, v, v)));
    }

    private static Expression Renamed(Expression expression, string variable, string name)
    {
        var node = Postorder.Of(expression).Find(n => n.Operator == Operator.Variable && n.Name == variable)!;
        return Expression.Variable(name, node.Dimension, node.Kind);
    }
}
