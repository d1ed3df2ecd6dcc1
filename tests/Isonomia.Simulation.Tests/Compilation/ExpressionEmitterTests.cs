using Isonomia.Modeling.Expressions;
using Isonomia.Modeling.Expressions.Printing;
using Isonomia.Simulation.Compilation;
using Precision = Isonomia.Simulation.Compilation.Precision;

namespace Isonomia.Simulation.Tests.Compilation;

/// <summary>Compiled expressions beside <see cref="Evaluator"/>, the reference meaning of every operator.</summary>
public class ExpressionEmitterTests
{
    private static readonly Expression X = Expression.Variable("x", default), Y = Expression.Variable("y", default);

    public static TheoryData<Operator> Operators => [.. RandomExpressions.OfNumbers, .. RandomExpressions.OfTruth];

    // Functions of elementary numerics are a few ulp from exact; the reference and the platform's functions within one.
    [Theory]
    [MemberData(nameof(Operators))]
    public void Every_operator_means_what_the_reference_says(Operator op)
    {
        var inputs = RandomExpressions.Inputs(new Random(7), 512);
        var expression = Expression.Arity(op) == 1 ? Expression.Apply(op, X) : Expression.Apply(op, X, Y);
        foreach (var width in ExpressionLoop.Widths)
        {
            Close(expression, inputs, Precision.Double, width, 4 * Math.ScaleB(1, -52));
            Close(expression, inputs, Precision.Single, width, 4 * Math.ScaleB(1, -23));
        }
    }

    [Fact]
    public void All_widths_give_the_same_bits()
    {
        var random = new Random(11);
        for (var trial = 0; trial < 60; trial++)
        {
            var expression = RandomExpressions.Number(random, 1 + trial % 6);
            var inputs = RandomExpressions.Inputs(random, 64);
            foreach (var precision in new[] { Precision.Single, Precision.Double })
            {
                var scalar = ExpressionLoop.Run(expression, inputs, precision, LaneWidth.Scalar);
                foreach (var width in ExpressionLoop.Widths)
                {
                    Same(expression, scalar, ExpressionLoop.Run(expression, inputs, precision, width),
                        $"{precision}, {width}");
                }
            }
        }
    }

    // A random expression may magnify rounding by any amount: how much is found by shaking its inputs by an ulp or so.
    [Fact]
    public void Random_expressions_agree_with_the_reference_as_far_as_their_conditioning_lets_them()
    {
        var random = new Random(13);
        var (compared, off) = (0, 0);
        for (var trial = 0; trial < 200; trial++)
        {
            var expression = RandomExpressions.Number(random, 1 + trial % 6);
            var inputs = RandomExpressions.Inputs(random, 32);
            var result = ExpressionLoop.Run(expression, inputs, Precision.Double, LaneWidth.Bits512);
            for (var i = 0; i < result.Length; i++)
            {
                var expected = At(expression, inputs, i, 0, random);
                var shaken = Enumerable.Range(0, 8)
                    .Max(_ => Math.Abs(At(expression, inputs, i, 1e-14, random) - expected));
                if (!double.IsFinite(expected) || !double.IsFinite(shaken) || shaken > 1e-3 * Math.Abs(expected))
                    continue;
                compared++;
                if (!(Math.Abs(result[i] - expected) <= 10 * shaken + 1e-12 * Math.Abs(expected)))
                    off++;
            }
        }

        // Where a step function jumps between two shaken values, a few points may be missed.
        Assert.InRange(off, 0, compared / 500);
        Assert.True(compared > 2000);
    }

    [Fact]
    public void A_product_in_a_sum_is_rounded_once_at_every_width()
    {
        // (1 + 2^-12)^2 - 1 in single precision: the square's last bits are lost if it is rounded by itself.
        var exact = Math.ScaleB(1, -11) + Math.ScaleB(1, -24);
        double[][] inputs = [Filled(1 + Math.ScaleB(1, -12)), Filled(-1), Filled(0)];
        foreach (var width in ExpressionLoop.Widths)
            Assert.Equal(exact, ExpressionLoop.Run(X * X + Y, inputs, Precision.Single, width)[0]);
    }

    private static void Same(Expression expression, double[] expected, double[] found, string how)
    {
        for (var i = 0; i < expected.Length; i++)
        {
            Assert.True(expected[i].Equals(found[i]),
                $"cell {i}, {how}: {found[i]:r}, not {expected[i]:r} of {TextPrinter.Print(expression)}");
        }
    }

    private static double[] Filled(double value) => Enumerable.Repeat(value, 16).ToArray();

    private static double At(Expression expression, double[][] inputs, int i, double shake, Random random) =>
        Evaluator.Evaluate(expression, name =>
            inputs[Array.IndexOf(ExpressionLoop.Names, name)][i] * (1 + shake * (2 * random.NextDouble() - 1)));

    private static void Close(
        Expression expression, double[][] inputs, Precision precision, LaneWidth width, double tolerance)
    {
        var results = ExpressionLoop.Run(expression, inputs, precision, width);
        for (var i = 0; i < results.Length; i++)
        {
            var expected = At(expression, inputs, i, 0, new Random(0));
            if (precision == Precision.Single)
                expected = (float)expected;
            var equal = expected.Equals(results[i])
                || Math.Abs(expected - results[i]) <= tolerance * Math.Abs(expected);
            Assert.True(equal, $"{expression.Operator}({inputs[0][i]:r}, {inputs[1][i]:r}) is {expected:r}, "
                + $"not {results[i]:r} ({precision}, {width})");
        }
    }
}
