using Isonomia.Modeling.Expressions;
using Isonomia.Modeling.Expressions.Printing;
using Isonomia.Modeling.Units;

namespace Isonomia.Modeling.Tests.Expressions.Printing;

public class TextPrinterTests
{
    [Theory]
    [InlineData("(gL*(EL - v) + I)/C")]
    [InlineData("a - (b - c) - d")]
    [InlineData("a/(b/c)/d*e")]
    [InlineData("-x**2 + (-x)**2")]
    [InlineData("x**-y**z")]
    [InlineData("(x**y)**z")]
    [InlineData("2.0*x - 3")]
    [InlineData("a - -b")]
    [InlineData("x // 2 % 3")]
    [InlineData("not (a < b and b < c) or yes")]
    [InlineData("(a < b) == (c < d)")]
    [InlineData("clip(x, 0, 1) + select(yes, a, b)")]
    [InlineData("exprel(x) + int(x > 0)*timestep(t, dt)")]
    [InlineData("1e-12*x + 1.5e+20")]
    public void What_is_printed_reads_as_the_same_tree(string text)
    {
        var expression = Formula.Read(text);
        var printed = TextPrinter.Print(expression);

        Assert.Equal(expression, Formula.Read(printed));
        Assert.True(printed.Length <= text.Length + 4, printed);
    }

    [Fact]
    public void Random_expressions_survive_printing_and_reading()
    {
        for (var seed = 0; seed < 1500; seed++)
        {
            // Constants without dimension and without sign: others are read as products or differences.
            var expression = Substitution.Rewrite(
                [new RandomExpressions(seed).Real(Dimension.None, 2 + seed % 5)],
                (node, operands) => node.Operator switch
                {
                    Operator.Constant => node.Kind == ValueKind.Integer
                        ? Expression.Integer((long)Math.Abs(node.Value))
                        : Expression.Constant(Math.Abs(node.Value)),
                    Operator.Variable => Expression.Variable(
                        node.Kind == ValueKind.Boolean ? "yes" : node.Name[..1], Dimension.None,
                        node.Kind == ValueKind.Boolean ? ValueKind.Boolean : ValueKind.Real),
                    _ => node.With(operands),
                })[0];
            var printed = TextPrinter.Print(expression);
            Assert.True(expression.Equals(Formula.Read(printed)), $"seed {seed}: {printed}");
        }
    }

    [Fact]
    public void Constants_carry_their_unit()
    {
        Assert.Equal("-0.0706*volt", TextPrinter.Print(Expression.Constant(-0.0706, Dimension.Voltage)));
        Assert.Equal("second", TextPrinter.Print(Expression.Constant(1, Dimension.Time)));
        Assert.Equal("v/(0.002*volt)", TextPrinter.Print(
            Expression.Variable("v", Dimension.Voltage) / Expression.Constant(0.002, Dimension.Voltage)));
    }

    [Fact]
    public void Noise_and_draws_are_written_as_in_equations()
    {
        Assert.Equal("xi + xi_a", TextPrinter.Print(Expression.Noise("") + Expression.Noise("a")));
        Assert.Equal("rand()*randn() + poisson(x)", TextPrinter.Print(Expression.Uniform("a") * Expression.Normal("b")
            + Expression.Poisson("c", Expression.Variable("x", default))));
    }
}
