using Isonomia.Numerics.LinearAlgebra;
using Isonomia.Numerics.Random;

namespace Isonomia.Numerics.Tests.LinearAlgebra;

public class VectorMathTests
{
    [Fact]
    public void Exponentials_agree_with_the_scalar_function_to_rounding_at_every_length()
    {
        // Reference: Math.Exp; both within 1 ulp, so 3e-16 apart relatively. Range: the exponents of Gaussian peaks.
        var stream = new RandomStream(1, "exp");
        for (var n = 0; n < 40; n++)
        {
            var x = new double[n];
            foreach (ref var item in x.AsSpan())
                item = stream.Uniform(-700, 700);
            var y = new double[n];
            VectorMath.Exp(x, y);
            for (var i = 0; i < n; i++)
                Assert.Equal(Math.Exp(x[i]), y[i], 4.5e-16 * Math.Exp(x[i]));
        }
    }

    [Fact]
    public void An_exponential_does_not_depend_on_where_in_the_span_it_stands()
    {
        // Reference: the same item at other places, bit for bit.
        var x = new double[23];
        Array.Fill(x, -1.2345);
        VectorMath.Exp(x, x);
        Assert.Single(x.Distinct());
    }

    [Fact]
    public void Limits_are_those_of_the_exponential()
    {
        double[] x = [0, -0.0, double.NegativeInfinity, double.PositiveInfinity, double.NaN, -746, 710];
        VectorMath.Exp(x, x);
        Assert.Equal([1, 1, 0, double.PositiveInfinity, double.NaN, 0, double.PositiveInfinity], x);
        Assert.Throws<ArgumentException>(() => VectorMath.Exp([1, 2], new double[1]));
    }
}
