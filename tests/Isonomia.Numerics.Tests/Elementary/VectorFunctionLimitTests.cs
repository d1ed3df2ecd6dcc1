using Isonomia.Numerics.Elementary;
using Isonomia.Numerics.Tests.Elementary.Reference;

namespace Isonomia.Numerics.Tests.Elementary;

/// <summary>Results that IEEE 754 and C99 (annex F) fix exactly, and numpy shares.</summary>
public class VectorFunctionLimitTests
{
    private const double Inf = double.PositiveInfinity, NaN = double.NaN, Pi = Math.PI;

    [Theory]
    [InlineData("Exp", new[] { 0, -0.0, Inf, -Inf, NaN, -1e4, 1e4 }, new[] { 1, 1, Inf, 0, NaN, 0, Inf })]
    [InlineData("Expm1", new[] { 0, -0.0, Inf, -Inf, NaN, -1e4, 1e4 }, new[] { 0, -0.0, Inf, -1, NaN, -1, Inf })]
    [InlineData("Exprel", new[] { 0, -0.0, Inf, -Inf, NaN, 1e-30, -1e4 }, new[] { 1, 1, Inf, 0, NaN, 1, 1e-4 })]
    [InlineData("Log", new[] { 1, 0, -0.0, Inf, -Inf, NaN, -1 }, new[] { 0, -Inf, -Inf, Inf, NaN, NaN, NaN })]
    [InlineData("Log10", new[] { 1, 0, -0.0, Inf, -Inf, NaN, 1000 }, new[] { 0, -Inf, -Inf, Inf, NaN, NaN, 3 })]
    [InlineData("Log1p", new[] { 0, -0.0, -1, Inf, -Inf, NaN, -2 }, new[] { 0, -0.0, -Inf, Inf, NaN, NaN, NaN })]
    [InlineData("Sinh", new[] { 0, -0.0, Inf, -Inf, NaN, 1e4, -1e4 }, new[] { 0, -0.0, Inf, -Inf, NaN, Inf, -Inf })]
    [InlineData("Cosh", new[] { 0, -0.0, Inf, -Inf, NaN, 1e4, -1e4 }, new[] { 1, 1, Inf, Inf, NaN, Inf, Inf })]
    [InlineData("Tanh", new[] { 0, -0.0, Inf, -Inf, NaN, 50, -50 }, new[] { 0, -0.0, 1, -1, NaN, 1, -1 })]
    [InlineData("Sin", new[] { 0, -0.0, Inf, -Inf, NaN }, new[] { 0, -0.0, NaN, NaN, NaN })]
    [InlineData("Cos", new[] { 0, -0.0, Inf, -Inf, NaN }, new[] { 1, 1, NaN, NaN, NaN })]
    [InlineData("Tan", new[] { 0, -0.0, Inf, -Inf, NaN }, new[] { 0, -0.0, NaN, NaN, NaN })]
    [InlineData("Arcsin", new[] { 0, -0.0, 1, -1, 1.5, -Inf, NaN }, new[] { 0, -0.0, Pi / 2, -Pi / 2, NaN, NaN, NaN })]
    [InlineData("Arccos", new[] { 0, -0.0, 1, -1, 1.5, -Inf, NaN }, new[] { Pi / 2, Pi / 2, 0, Pi, NaN, NaN, NaN })]
    [InlineData("Arctan", new[] { 0, -0.0, Inf, -Inf, NaN, 1 }, new[] { 0, -0.0, Pi / 2, -Pi / 2, NaN, Pi / 4 })]
    [InlineData("Sign", new[] { 0, -0.0, Inf, -Inf, NaN, 1e-40, -7 }, new[] { 0, 0, 1, -1, NaN, 1, -1 })]
    public void Limits_are_those_of_the_standard(string name, double[] x, double[] expected)
    {
        // Assert.Equal tells -0.0 from 0.0 by bits.
        Assert.Equal(expected.Select(BitConverter.DoubleToInt64Bits), Function.Apply(name, 0, x).Select(Bits));
        Assert.Equal(
            expected.Select(e => BitConverter.SingleToInt32Bits((float)e)),
            Function.Apply(name, 0, x.Select(v => (float)v).ToArray()).Select(Bits));
    }

    [Theory]
    [InlineData("Expm1")]
    [InlineData("Log1p")]
    [InlineData("Sinh")]
    [InlineData("Tanh")]
    [InlineData("Sin")]
    [InlineData("Tan")]
    [InlineData("Arcsin")]
    [InlineData("Arctan")]
    public void Functions_with_slope_one_leave_the_smallest_numbers_as_they_are(string name)
    {
        double[] x = [5e-324, -5e-324, 1e-310, 2.2250738585072014e-308, -1e-200, 1e-17];
        Assert.Equal(x, Function.Apply(name, 0, x));
        float[] small = [1.4e-45f, -1.4e-45f, 1e-40f, 1.17549435e-38f, -1e-30f, 1e-9f];
        Assert.Equal(small, Function.Apply(name, 0, small));
    }

    [Fact]
    public void Numbers_too_large_for_the_exponential_still_have_its_relative()
    {
        // (exp(90) - 1)/90 = 1.35600366e37 is a float although exp(90) is not; so is it with 711 and doubles.
        Assert.Equal(1.35600366e37f, VectorFunctions.Exprel(90f));
        Assert.True(double.IsFinite(VectorFunctions.Exprel(711.0)));
    }

    private static long Bits(double x) => BitConverter.DoubleToInt64Bits(double.IsNaN(x) ? double.NaN : x);

    private static int Bits(float x) => BitConverter.SingleToInt32Bits(float.IsNaN(x) ? float.NaN : x);
}
