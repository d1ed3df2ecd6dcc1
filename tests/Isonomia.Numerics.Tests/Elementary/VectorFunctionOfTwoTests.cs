using System.Numerics;
using Isonomia.Numerics.Elementary;
using Isonomia.Numerics.Tests.Elementary.Reference;

namespace Isonomia.Numerics.Tests.Elementary;

/// <summary>Powers and floored divisions.</summary>
public class VectorFunctionOfTwoTests
{
    private const double Inf = double.PositiveInfinity, NaN = double.NaN;
    private static readonly int Times = Environment.GetEnvironmentVariable("ISONOMIA_FULL_TEST") == "true" ? 50 : 1;

    [Theory]
    [InlineData(0.1, 10, -20, 20)]
    [InlineData(0, 1000, -100, 100)]
    [InlineData(0.99, 1.01, -30000, 30000)]
    [InlineData(0.5, 2, -1000, 1000)]
    public void Powers_are_within_one_last_place(double fromX, double toX, double fromY, double toY)
    {
        // Reference: 240-bit series; for floats, doubles.
        var x = Arguments.Between(1, fromX, toX, 1000 * Times);
        var y = Arguments.Between(2, fromY, toY, 1000 * Times);
        var found = Function.Apply("Pow", 64, x, y);
        var worst = Enumerable.Range(0, x.Length).Max(i => Ulps.Between(Exact.Pow(x[i], y[i]), found[i]));
        Assert.InRange(worst, 0.4, 1);

        var floatX = x.Select(v => (float)v).ToArray();
        var floatY = y.Select(v => (float)(v / 10)).ToArray();
        var floats = Function.Apply("Pow", 64, floatX, floatY);
        var doubles = Function.Apply("Pow", 64, Doubled(floatX), Doubled(floatY));
        worst = Enumerable.Range(0, x.Length).Max(i => Ulps.Between(doubles[i], floats[i]));
        TestContext.Current.TestOutputHelper?.WriteLine($"Pow: {worst:0.0000} ulp");
        Assert.InRange(worst, 0.4, 0.51);
    }

    [Fact]
    public void Whole_powers_of_small_whole_numbers_are_exact()
    {
        // Reference: whole-number arithmetic.
        for (var x = -12; x <= 12; x++)
        {
            for (var y = 0; y <= 14; y++)
            {
                Assert.Equal((double)BigInteger.Pow(x, y), VectorFunctions.Pow((double)x, y));
                Assert.Equal((float)(double)BigInteger.Pow(x, y), VectorFunctions.Pow((float)x, y));
            }
        }
    }

    [Theory]
    [InlineData(0, 0, 1)]
    [InlineData(NaN, 0, 1)]
    [InlineData(Inf, -0.0, 1)]
    [InlineData(1, NaN, 1)]
    [InlineData(1, -Inf, 1)]
    [InlineData(-1, Inf, 1)]
    [InlineData(-1, -Inf, 1)]
    [InlineData(0, 3, 0)]
    [InlineData(-0.0, 3, -0.0)]
    [InlineData(-0.0, 2, 0)]
    [InlineData(-0.0, 0.5, 0)]
    [InlineData(0, -1, Inf)]
    [InlineData(-0.0, -3, -Inf)]
    [InlineData(-0.0, -2, Inf)]
    [InlineData(-0.0, -Inf, Inf)]
    [InlineData(0, Inf, 0)]
    [InlineData(0.5, Inf, 0)]
    [InlineData(0.5, -Inf, Inf)]
    [InlineData(-2, Inf, Inf)]
    [InlineData(2, -Inf, 0)]
    [InlineData(Inf, 2, Inf)]
    [InlineData(Inf, -2, 0)]
    [InlineData(-Inf, 3, -Inf)]
    [InlineData(-Inf, 2, Inf)]
    [InlineData(-Inf, 0.5, Inf)]
    [InlineData(-Inf, -3, -0.0)]
    [InlineData(-2, 3, -8)]
    [InlineData(-2, 2, 4)]
    [InlineData(-2, 0.5, NaN)]
    [InlineData(-1, 0.5, NaN)]
    [InlineData(-2, 1e300, Inf)]
    [InlineData(NaN, 1, NaN)]
    [InlineData(2, NaN, NaN)]
    [InlineData(4, 0.5, 2)]
    [InlineData(2, -149, 1.401298464324817e-45)]
    public void Limits_of_powers_are_those_of_the_standard(double x, double y, double expected)
    {
        // Reference: C99, F.9.4.4.
        Assert.Equal(Bits(expected), Bits(VectorFunctions.Pow(x, y)));
        Assert.Equal(Bits((float)expected), Bits(VectorFunctions.Pow((float)x, (float)y)));
    }

    [Theory]
    [InlineData(5, 3, 2, 1)]
    [InlineData(-5, 3, 1, -2)]
    [InlineData(5, -3, -1, -2)]
    [InlineData(-5, -3, -2, 1)]
    [InlineData(6, -3, -0.0, -2)]
    [InlineData(0, -3, -0.0, -0.0)]
    [InlineData(-0.0, 3, 0, -0.0)]
    [InlineData(1, 0, NaN, Inf)]
    [InlineData(-1, 0, NaN, -Inf)]
    [InlineData(0, 0, NaN, NaN)]
    [InlineData(Inf, 1, NaN, NaN)]
    [InlineData(1, Inf, 1, 0)]
    [InlineData(-1, Inf, Inf, -1)]
    [InlineData(NaN, 1, NaN, NaN)]
    [InlineData(1, NaN, NaN, NaN)]
    [InlineData(-1e-30, 1, 1, -1)]
    [InlineData(0.75, 0.125, 0, 6)]
    public void Floored_division_is_that_of_numpy(double x, double y, double rest, double quotient)
    {
        // Reference: numpy 2 (mod, floor_divide), whose steps npy_divmod documents.
        Assert.Equal(Bits(rest), Bits(VectorFunctions.Mod(x, y)));
        Assert.Equal(Bits((float)rest), Bits(VectorFunctions.Mod((float)x, (float)y)));
        Assert.Equal(Bits(quotient), Bits(VectorFunctions.FloorDivide(x, y)));
        Assert.Equal(Bits((float)quotient), Bits(VectorFunctions.FloorDivide((float)x, (float)y)));
    }

    [Fact]
    public void A_tenth_goes_nine_times_into_one()
    {
        // Reference: Python, where 0.1 is a little more than a tenth: 1 // 0.1 = 9.0, 1 % 0.1 = 0.09999999999999995.
        Assert.Equal(9, VectorFunctions.FloorDivide(1, 0.1));
        Assert.Equal(0.09999999999999995, VectorFunctions.Mod(1, 0.1));
    }

    [Fact]
    public void Remainders_are_the_nearest_to_the_exact_ones()
    {
        // Reference: whole-number arithmetic in units of the least number; quotients of every size.
        double[] x = [.. Arguments.Doubles(1, 2000 * Times), .. Arguments.Between(2, -1000, 1000, 2000 * Times)];
        var y = Arguments.Shuffled(3, x);
        var rests = Function.Apply("Mod", 64, x, y);
        var quotients = Function.Apply("FloorDivide", 64, x, y);
        for (var i = 0; i < x.Length; i++)
        {
            if (!double.IsFinite(x[i]) || !double.IsFinite(y[i]) || y[i] == 0)
                continue;
            var unit = ((BigReal)y[i]).FixedPoint(1074);
            var quotient = BigInteger.DivRem(((BigReal)x[i]).FixedPoint(1074), unit, out var rest);
            if (!rest.IsZero && rest.Sign != unit.Sign)
                (quotient, rest) = (quotient - 1, rest + unit);
            Assert.InRange(Ulps.Between(new BigReal(rest, -1074), rests[i]), 0, 0.5);
            if (BigInteger.Abs(quotient).GetBitLength() < 52)
                Assert.Equal((double)quotient, quotients[i]);
            else
                Assert.InRange(Ulps.Between(new BigReal(quotient, 0), quotients[i]), 0, 2);
        }
    }

    [Fact]
    public void Remainders_of_floats_are_those_of_doubles_rounded()
    {
        // Reference: the double remainder, exact for floats but where it was rounded itself, far below a float's place.
        var moderate = Arguments.Between(2, -1000, 1000, 50_000);
        float[] x = [.. Arguments.Floats(1, 50_000), .. moderate.Select(v => (float)v)];
        var y = Arguments.Shuffled(3, x);
        var expected = Function.Apply("Mod", 64, Doubled(x), Doubled(y)).Select(r => Bits((float)r));
        Assert.Equal(expected, Function.Apply("Mod", 64, x, y).Select(Bits));
    }

    private static double[] Doubled(float[] x) => [.. x.Select(v => (double)v)];

    private static long Bits(double x) => BitConverter.DoubleToInt64Bits(double.IsNaN(x) ? double.NaN : x);

    private static int Bits(float x) => BitConverter.SingleToInt32Bits(float.IsNaN(x) ? float.NaN : x);
}
