using Isonomia.Modeling.Expressions;
using Isonomia.Modeling.Expressions.Analysis;
using Isonomia.Modeling.Expressions.Printing;
using Isonomia.Modeling.Units;

namespace Isonomia.Modeling.Tests.Expressions;

public class LinearFormTests
{
    [Theory]
    [InlineData("(E - v)/tau", "-(1/tau)", "E/tau")]
    [InlineData("(g*(E - v) + I)/C", "-(g/C)", "(I + E*g)/C")]
    [InlineData("alpha*(1 - v) - beta*v", "-(alpha + beta)", "alpha")]
    [InlineData("a + b", "0", "a + b")]
    [InlineData("select(yes, v, 2*v + 1)*a", "a*select(yes, 1, 2)", "a*select(yes, 0, 1)")]
    [InlineData("(v + 1)*(v - 1) - v**2", "0", "-1")]
    [InlineData("v*(v + 3) - v**2", "3", "0")]
    [InlineData("v**2/v", "1", "0")]
    [InlineData("exp(a)*v + log(b)", "exp(a)", "log(b)")]
    public void What_is_linear_in_the_voltage_is_found(string expression, string coefficient, string rest)
    {
        var form = LinearForm.Try(Formula.Read(expression), "v");

        Assert.NotNull(form);
        Assert.Equal(coefficient, TextPrinter.Print(Assert.Single(form.Coefficients)));
        Assert.Equal(rest, TextPrinter.Print(form.Rest));
    }

    [Theory]
    [InlineData("v**2")]
    [InlineData("1/v")]
    [InlineData("exp(v)")]
    [InlineData("floor(v)")]
    [InlineData("abs(v)")]
    [InlineData("v % 2")]
    [InlineData("select(v > 0, v, 2*v)")]
    [InlineData("v*int(v > 0)")]
    [InlineData("clip(v, 0, 1)")]
    [InlineData("g*(E - v)*m*v")]
    public void What_is_not_linear_has_no_linear_form(string expression) =>
        Assert.Null(LinearForm.Try(Formula.Read(expression), "v"));

    [Fact]
    public void A_product_of_two_states_is_linear_in_each_but_not_in_both()
    {
        var current = Formula.Read("g*(E - v)");

        Assert.NotNull(LinearForm.Try(current, "v"));
        Assert.NotNull(LinearForm.Try(current, "g"));
        Assert.Null(LinearForm.Try(current, "g", "v"));
    }

    [Fact]
    public void Coefficients_keep_their_dimensions()
    {
        var v = Expression.Variable("v", Dimension.Voltage);
        var w = Expression.Variable("w", Dimension.Current);
        var r = Expression.Variable("R", Dimension.Voltage / Dimension.Current);
        var tau = Expression.Variable("tau", Dimension.Time);

        var form = LinearForm.Try((r * w - v) / tau, "v", "w", "unused")!;

        Assert.Equal(Dimension.Frequency, form.Coefficients[0].Dimension);
        Assert.Equal(Dimension.Voltage / Dimension.Current / Dimension.Time, form.Coefficients[1].Dimension);
        Assert.True(form.Coefficients[2].IsConstant(0));
        Assert.Equal(Expression.Constant(0, Dimension.Voltage / Dimension.Time), form.Rest);
    }

    [Fact]
    public void A_form_has_the_value_of_its_expression()
    {
        var linear = 0;
        for (var seed = 0; seed < 4000; seed++)
        {
            var random = new RandomExpressions(seed);
            var expression = random.Real(2 + seed % 4);
            var values = random.Values(areGeneric: true);
            string[] names = [.. FreeVariables.Of(expression).Where(n => n[0] is 'x' or 'y')];
            if (names.Length == 0 || LinearForm.Try(expression, names) is not { } form)
                continue;
            Assert.True(!FreeVariables.Of([form.Rest, .. form.Coefficients]).Overlaps(names), $"seed {seed}");
            var expected = Evaluator.Evaluate(expression, values);
            var terms = form.Coefficients.Select((c, i) => Evaluator.Evaluate(c, values) * values(names[i])).ToArray();
            var value = Evaluator.Evaluate(form.Rest, values) + terms.Sum();
            if (!double.IsFinite(expected) || !double.IsFinite(value))
                continue;
            linear++;
            var size = Math.Abs(expected) + terms.Sum(Math.Abs);
            Assert.True(Math.Abs(value - expected)
                <= 1e-12 * size + 10 * RoundedEvaluation.Spread(expression, values, 1e-12, seed),
                $"seed {seed}: {value} is not {expected}");
        }

        Assert.True(linear > 500, $"{linear}");
    }
}
