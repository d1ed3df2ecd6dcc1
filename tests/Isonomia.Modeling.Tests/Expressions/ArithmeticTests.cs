using Isonomia.Modeling.Expressions;

namespace Isonomia.Modeling.Tests.Expressions;

public class ArithmeticTests
{
    // Quotients and remainders as Python prints them.
    [Theory]
    [InlineData(7, 2, 3, 1)]
    [InlineData(-7, 2, -4, 1)]
    [InlineData(7, -2, -4, -1)]
    [InlineData(-7, -2, 3, -1)]
    [InlineData(7.5, 2, 3, 1.5)]
    [InlineData(1.0, 0.1, 9, 0.09999999999999995)]
    [InlineData(0.3, 0.1, 2, 0.09999999999999998)]
    [InlineData(-5, double.PositiveInfinity, -1, double.PositiveInfinity)]
    [InlineData(5, double.PositiveInfinity, 0, 5)]
    public void Quotient_and_remainder_are_pythons(double x, double y, double quotient, double remainder)
    {
        Assert.Equal(quotient, Arithmetic.Apply(Operator.FloorDivide, x, y));
        Assert.Equal(remainder, Arithmetic.Apply(Operator.Modulo, x, y));
    }

    // Values to 17 digits from their series.
    [Theory]
    [InlineData(1e-10, 1.00000000005e-10, 9.9999999995e-11, 1.00000000005)]
    [InlineData(-1e-5, -9.99995000016666625e-6, -1.00000500003333358e-5, 0.999995000016666625)]
    [InlineData(0.5, 0.648721270700128147, 0.405465108108164382, 1.29744254140025629)]
    [InlineData(0, 0, 0, 1)]
    [InlineData(3, 19.0855369231876677, 1.38629436111989062, 6.36184564106255591)]
    public void Small_arguments_keep_their_digits(double x, double expm1, double log1p, double exprel)
    {
        Assert.Equal(expm1, Arithmetic.Expm1(x), 4e-16 * Math.Abs(expm1));
        Assert.Equal(log1p, Arithmetic.Log1p(x), 4e-16 * Math.Abs(log1p));
        Assert.Equal(exprel, Arithmetic.Exprel(x), 4e-16 * exprel);
    }

    [Fact]
    public void Exprel_decays_and_grows_without_end()
    {
        Assert.Equal(1.0 / 800, Arithmetic.Exprel(-800));
        Assert.Equal(0, Arithmetic.Exprel(double.NegativeInfinity));
        Assert.Equal(double.PositiveInfinity, Arithmetic.Exprel(double.PositiveInfinity));
        Assert.True(double.IsNaN(Arithmetic.Exprel(double.NaN)));
    }

    [Fact]
    public void Steps_are_counted_in_spite_of_rounding()
    {
        // 0.3/0.1 is a little less than 3.
        Assert.Equal(3, Arithmetic.Timestep(0.3, 0.1));
        Assert.Equal(2, Arithmetic.Timestep(0.2998, 0.1));
        Assert.Equal(20, Arithmetic.Timestep(2e-3, 1e-4));
    }

    [Theory]
    [InlineData(Operator.ToInteger, -2.7, -2)]
    [InlineData(Operator.Sign, -2.7, -1)]
    [InlineData(Operator.Sign, double.NaN, double.NaN)]
    [InlineData(Operator.Not, 0, 1)]
    [InlineData(Operator.Not, 2, 0)]
    [InlineData(Operator.Floor, -2.1, -3)]
    [InlineData(Operator.Ceil, -2.9, -2)]
    public void Operators_of_one_operand_mean_what_they_say(Operator op, double x, double expected) =>
        Assert.Equal(expected, Arithmetic.Apply(op, x));

    [Fact]
    public void A_leaf_is_not_applied() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Arithmetic.Apply(Operator.Variable, 1));
}
