using Isonomia.Modeling.Expressions;
using Isonomia.Modeling.Units;

namespace Isonomia.Modeling.Tests.Expressions;

public class DerivativeTests
{
    private static readonly Expression X = Expression.Variable("x", Dimension.None);
    private static readonly Expression Y = Expression.Variable("y", Dimension.None);

    // Derivatives by hand, as functions of x.
    public static TheoryData<Operator, Func<double, double>> Functions() => new()
    {
        { Operator.Exp, Math.Exp },
        { Operator.Expm1, Math.Exp },
        { Operator.Exprel, x => (Math.Exp(x) * (x - 1) + 1) / (x * x) },
        { Operator.Log, x => 1 / x },
        { Operator.Log1p, x => 1 / (1 + x) },
        { Operator.Log10, x => 1 / (x * Math.Log(10)) },
        { Operator.Sqrt, x => 0.5 / Math.Sqrt(x) },
        { Operator.Abs, x => Math.Sign(x) },
        { Operator.Sign, _ => 0 },
        { Operator.Floor, _ => 0 },
        { Operator.Ceil, _ => 0 },
        { Operator.ToInteger, _ => 0 },
        { Operator.Sin, Math.Cos },
        { Operator.Cos, x => -Math.Sin(x) },
        { Operator.Tan, x => 1 / (Math.Cos(x) * Math.Cos(x)) },
        { Operator.Sinh, Math.Cosh },
        { Operator.Cosh, Math.Sinh },
        { Operator.Tanh, x => 1 / (Math.Cosh(x) * Math.Cosh(x)) },
        { Operator.Arcsin, x => 1 / Math.Sqrt(1 - x * x) },
        { Operator.Arccos, x => -1 / Math.Sqrt(1 - x * x) },
        { Operator.Arctan, x => 1 / (1 + x * x) },
        { Operator.Negate, _ => -1 },
    };

    [Theory]
    [MemberData(nameof(Functions))]
    public void A_function_has_the_derivative_of_the_textbook(Operator function, Func<double, double> expected)
    {
        var slope = Derivative.Of(Expression.Apply(function, X), "x");
        foreach (var x in new[] { 0.3, 0.55, 0.9 })
            Assert.Equal(expected(x), Evaluator.Evaluate(slope, _ => x), 1e-13);
    }

    [Fact]
    public void Derivatives_follow_differences()
    {
        var compared = 0;
        for (var seed = 0; seed < 3000; seed++)
        {
            var random = new RandomExpressions(seed) { Variety = seed % 2 == 0 ? 12 : 15 };
            var expression = random.Real(Dimension.None, 2 + seed % 4);
            var values = random.Values(areGeneric: true);
            foreach (var name in FreeVariables.Of(expression).Where(n => n is not ("b" or "c" or "i")))
            {
                double At(double h) => Evaluator.Evaluate(expression, n => values(n) + (n == name ? h : 0));

                // Differences of order 2 from both sides: where they disagree there is a kink, a jump or a pole.
                double Difference(double h) => (4 * At(h) - At(2 * h) - 3 * At(0)) / (2 * h);
                var (left, right) = (Difference(-1e-4), Difference(1e-4));
                var symbolic = Evaluator.Evaluate(Derivative.Of(expression, name), values);
                if (!double.IsFinite(symbolic) || !(Math.Abs(left - right) <= 1e-5 * (1 + Math.Abs(left))))
                    continue;
                compared++;
                var rounding = RoundedEvaluation.Spread(expression, values, 1e-15, seed) / 1e-4;
                Assert.True(Math.Abs(symbolic - left) <= 1e-3 * (1 + Math.Abs(left)) + 10 * rounding,
                    $"seed {seed}, {name}: {symbolic} but {left}");
            }
        }

        Assert.True(compared > 2000, $"{compared}");
    }
}
