using Isonomia.Modeling.Expressions;
using Isonomia.Modeling.Expressions.Analysis;
using Isonomia.Modeling.Expressions.Printing;
using Isonomia.Modeling.Tests.Equations;
using Isonomia.Modeling.Units;

namespace Isonomia.Modeling.Tests.Expressions;

public class SimplificationRulesTests
{
    [Theory]
    [InlineData("x + 0", "x")]
    [InlineData("0 - x", "-x")]
    [InlineData("x*1 + y*0", "x")]
    [InlineData("x - x", "0")]
    [InlineData("--x", "x")]
    [InlineData("-(x - y)", "y - x")]
    [InlineData("x - (y - z)", "x - y + z")]
    [InlineData("2*x*3", "6*x")]
    [InlineData("x + 1 + y + 2", "x + y + 3")]
    [InlineData("2*x + 3*x", "5*x")]
    [InlineData("x*y + y*x", "2*(x*y)")]
    [InlineData("a/b/c", "a/(b*c)")]
    [InlineData("a/(b/c)", "a*c/b")]
    [InlineData("x*x", "x**2")]
    [InlineData("x*x*x/x", "x**2")]
    [InlineData("x**2*x**3", "x**5")]
    [InlineData("(x**3)**2", "x**6")]
    [InlineData("sqrt(x)*sqrt(x)", "x")]
    [InlineData("sqrt(x**2)", "abs(x)")]
    [InlineData("sqrt(v - E)*sqrt(v - E)", "v - E")]
    [InlineData("sqrt(x*y)*sqrt(x*y)*x", "x**2*y")]
    [InlineData("x**0.5", "sqrt(x)")]
    [InlineData("x**-1", "1/x")]
    [InlineData("x/4", "0.25*x")]
    [InlineData("(2*x)**2", "4*x**2")]
    [InlineData("(x*y)**2", "(x*y)**2")]
    [InlineData("(-1e9*x)**8", "(1000000000*x)**8")]
    [InlineData("(-x)**3", "-x**3")]
    [InlineData("(-x)**2", "x**2")]
    [InlineData("exp(a)*exp(b)", "exp(a + b)")]
    [InlineData("1/exp(a)", "exp(-a)")]
    [InlineData("exp(a)**2", "exp(2*a)")]
    [InlineData("log(exp(x))", "x")]
    [InlineData("exp(log(x))", "x")]
    [InlineData("cos(y - x)", "cos(x - y)")]
    [InlineData("sin(-x)", "-sin(x)")]
    [InlineData("abs(y - x)", "abs(x - y)")]
    [InlineData("abs(abs(x))", "abs(x)")]
    [InlineData("g*(E - v) + g*(v - E)", "0")]
    [InlineData("(E - v)/tau", "(E - v)/tau")]
    [InlineData("-(v - E)/tau", "(E - v)/tau")]
    [InlineData("-x - y", "-(x + y)")]
    [InlineData("-1 - x", "-1 - x")]
    [InlineData("2**10", "1024")]
    [InlineData("7//2 + 7%4", "6")]
    [InlineData("1/0", "1/0")]
    [InlineData("x*(1/0)", "x*(1/0)")]
    [InlineData("log(0)", "log(0)")]
    [InlineData("not not yes", "yes")]
    [InlineData("yes and True", "yes")]
    [InlineData("yes and 1 > 2", "False")]
    [InlineData("no or yes and yes", "no or yes")]
    [InlineData("select(1 < 2, x, y)", "x")]
    [InlineData("select(not yes, x, y)", "select(yes, y, x)")]
    [InlineData("1*int(yes)", "int(yes)")]
    [InlineData("clip(x, 3, 3 + 0)", "clip(x, 3, 3)")]
    [InlineData("floor(floor(x))", "floor(x)")]
    public void Expressions_become_simple(string written, string simple) =>
        Assert.Equal(simple, TextPrinter.Print(Simplifier.Simplify(Formula.Read(written))));

    // Rates of Hodgkin and Huxley 1952, Wang and Buzsaki 1996, Traub and Miles 1991, as people write them.
    [Theory]
    [InlineData("0.1*(v + 40)/(1 - exp(-(v + 40)/10))", "1/exprel(-0.1*(v + 40))")]
    [InlineData("0.1*(25 - v)/(exp((25 - v)/10) - 1)", "1/exprel(-0.1*(v - 25))")]
    [InlineData("-0.1*(v + 35)/(exp(-0.1*(v + 35)) - 1)", "1/exprel(-0.1*(v + 35))")]
    [InlineData("0.01*(v + 34)/(1 - exp(-0.1*(v + 34)))", "0.1/exprel(-0.1*(v + 34))")]
    [InlineData("0.32*(13 - v + VT)/(exp((13 - v + VT)/4) - 1)", "1.28/exprel(0.25*(VT - v + 13))")]
    [InlineData("(v - V0)/(1 - exp((V0 - v)/k))", "k/exprel((V0 - v)/k)")]
    [InlineData("(0.1*v + 4)/(1 - exp(-(v + 40)/10))", "1/exprel(-0.1*(v + 40))")]
    [InlineData("(2.5 - 0.1*v)/(exp(2.5 - 0.1*v) - 1)", "1/exprel(2.5 - 0.1*v)")]
    [InlineData("x/(2*exp(x) - 2)", "0.5/exprel(x)")]
    [InlineData("x/expm1(x)", "1/exprel(x)")]
    [InlineData("(exp(x) - 1)/x", "exprel(x)")]
    [InlineData("(1 - exp(-t/tau))*tau/t", "exprel(-(t/tau))")]
    [InlineData("x**2/(exp(x) - 1)**2", "1/exprel(x)**2")]
    [InlineData("x/(exp(y) - 1)", "x/(exp(y) - 1)")]
    [InlineData("x/(exp(x) - 2)", "x/(exp(x) - 2)")]
    public void Rates_lose_their_removable_singularity(string written, string stable) =>
        Assert.Equal(stable, TextPrinter.Print(Simplifier.Simplify(Formula.Read(written))));

    // As in published Brian 2 models of Hodgkin-Huxley type (COBAHH and others), with their units.
    [Theory]
    [InlineData("0.32*(mV**-1)*(13*mV-v+VT)/(exp((13*mV-v+VT)/(4*mV))-1.)/ms",
        "1280*hertz/exprel(250/volt*(VT - v + 0.013*volt))")]
    [InlineData("0.1/mV*(v+35*mV)/(1-exp(-0.1/mV*(v+35*mV)))/ms", "1000*hertz/exprel(-100/volt*(v + 0.035*volt))")]
    [InlineData("-0.01/mV*(v+34*mV)/(exp(-0.1/mV*(v+34*mV))-1)/ms", "100*hertz/exprel(-100/volt*(v + 0.034*volt))")]
    public void Rates_with_units_lose_it_too(string written, string stable)
    {
        var system = Reading.Equations("alpha = " + written + " : hertz\nv : volt", "VT: volt");

        Assert.Equal(stable, TextPrinter.Print(Simplifier.Simplify(system.Find("alpha")!.Right!)));
    }

    [Fact]
    public void A_rate_has_its_limit_where_it_was_zero_over_zero()
    {
        var mV = Expression.Constant(1e-3, Dimension.Voltage);
        var u = Expression.Variable("v", Dimension.Voltage) + Expression.Integer(40) * mV;
        var one = Expression.Integer(1);
        var rate = Expression.Constant(0.1) * u / mV
            / (one - Expression.Apply(Operator.Exp, -u / (Expression.Integer(10) * mV)));

        Assert.True(double.IsNaN(Evaluator.Evaluate(rate, _ => -0.04)));
        Assert.Equal(1, Evaluator.Evaluate(Simplifier.Simplify(rate), _ => -0.04), 1e-15);
        Assert.Equal(Evaluator.Evaluate(rate, _ => 0.01), Evaluator.Evaluate(Simplifier.Simplify(rate), _ => 0.01), 1e-15);
    }

    [Fact]
    public void Constants_keep_their_dimension()
    {
        var simple = Simplifier.Simplify(
            Expression.Integer(2) * Expression.Constant(1e-3, Dimension.Voltage) / Expression.Constant(1e-2, Dimension.Time));

        Assert.Equal(Expression.Constant(2 * 1e-3 / 1e-2, Dimension.Voltage / Dimension.Time).Dimension, simple.Dimension);
        Assert.Equal(0.2, simple.Value, 1e-16);
    }

    [Fact]
    public void Simplifying_never_costs()
    {
        for (var seed = 0; seed < 6000; seed++)
        {
            var written = new RandomExpressions(seed).Real(2 + seed % 5);
            var simple = Simplifier.Simplify(written);
            if (double.IsFinite(Evaluator.Evaluate(simple, _ => 0.7)))
                Assert.True(Cost(simple) <= Cost(written), $"seed {seed}: {Cost(written)} became {Cost(simple)}");
        }
    }

    [Fact]
    public void Deep_and_widely_shared_expressions_are_no_burden()
    {
        var x = Expression.Variable("x", Dimension.None);
        Func<Expression, Expression>[] steps =
        [
            e => Expression.Apply(Operator.Sin, e) * x + Expression.Integer(3),
            e => x * (Expression.Integer(7) - e),
            e => Expression.Apply(Operator.Power, x * e, Expression.Integer(2)),
            e => Expression.Apply(Operator.Sqrt, Expression.Integer(2) * x * e),
            e => Expression.Apply(Operator.Exp, x * e) / x,
            e => x / (Expression.Constant(0.1) * e - Expression.Integer(1)),
            e => Expression.Apply(Operator.Abs, -e - x),
        ];
        foreach (var step in steps)
        {
            var deep = x;
            for (var i = 0; i < 3_000; i++)
                deep = step(deep);
            Assert.True(Postorder.Of(Simplifier.Simplify(deep)).Count < 20_000);
            Assert.True(Postorder.Of(Derivative.Of(deep, "x")).Count < 100_000);
            Assert.NotEmpty(TextPrinter.Print(deep));
            Assert.Null(LinearForm.Try(deep, "x"));
        }

        var shared = x;
        for (var i = 0; i < 500; i++)
            shared = (shared + Expression.Integer(1)) * (shared - Expression.Constant(0.5));
        Assert.True(Simplifier.Simplify(Derivative.Of(shared, "x")).Depth > 500);
        Assert.True(TextPrinter.Print(shared).Length < 100_000);
    }

    // Operations weighed as a processor does; each is counted as often as it is written.
    private static double Cost(Expression root)
    {
        var costs = new Dictionary<Expression, double>();
        foreach (var node in Postorder.Of(root))
        {
            costs[node] = node.Operands.Sum(o => costs[o]) + node.Operator switch
            {
                <= Operator.Uniform => 0,
                Operator.Divide when node[0].Operator == Operator.Constant && node[1].Operator == Operator.Constant => 0,
                Operator.Divide or Operator.Sqrt => 4,
                Operator.Power => node[1].Operator != Operator.Constant ? 20 : node[1].Value switch
                {
                    2 or 1 => 1,
                    -0.5 => 8,
                    0.5 => 4,
                    var e when double.IsInteger(e) => (e < 0 ? 4 : 0) + Math.Min(20, Math.Ceiling(Math.Log2(Math.Abs(e)))),
                    _ => 20,
                },
                >= Operator.Exp and <= Operator.Log10 or >= Operator.Sin and <= Operator.Arctan => 10,
                _ => 1,
            };
        }

        return costs[root];
    }
}
