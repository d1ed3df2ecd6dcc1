using Isonomia.Numerics.Tests.Elementary.Reference;

namespace Isonomia.Numerics.Tests.Elementary;

/// <summary>
/// Errors in units in the last place (ulp) of the exact result. Doubles are held against 240-bit arithmetic written for
/// these tests, floats against the doubles. More arguments are tried by ./test --full.
/// </summary>
public class VectorFunctionAccuracyTests
{
    private static readonly int Times = Environment.GetEnvironmentVariable("ISONOMIA_FULL_TEST") == "true" ? 50 : 1;

    private static readonly Dictionary<string, Func<BigReal, BigReal>> Exactly = new()
    {
        ["Exp"] = Exact.Exp,
        ["Expm1"] = Exact.Expm1,
        ["Exprel"] = Exact.Exprel,
        ["Log"] = Exact.Log,
        ["Log1p"] = Exact.Log1p,
        ["Log10"] = Exact.Log10,
        ["Sinh"] = Exact.Sinh,
        ["Cosh"] = Exact.Cosh,
        ["Tanh"] = Exact.Tanh,
    };

    [Theory]
    [InlineData("Exp", 1, -746, 710)]
    [InlineData("Expm1", 1, -40, 710)]
    [InlineData("Exprel", 1, -50, 720)]
    [InlineData("Log", 1, 0, 20)]
    [InlineData("Log1p", 1, -1, 20)]
    [InlineData("Log10", 1, 0, 20)]
    [InlineData("Sinh", 2, -711, 711)]
    [InlineData("Cosh", 2, -711, 711)]
    [InlineData("Tanh", 1, -20, 20)]
    public void Doubles_are_within_the_stated_error_of_the_exact_value(
        string name, double bound, double from, double to)
    {
        // Reference: 240-bit series. Arguments: edges, random bits, the interval where the function lives, [-2, 2].
        var exactly = Exactly[name];
        var narrow = Math.Max(from, -2);
        double[] x =
        [
            .. Arguments.Doubles(1, 500 * Times), .. Arguments.Between(2, from, to, 1000 * Times),
            .. Arguments.Between(3, narrow, 2, 1000 * Times),
        ];
        var y = Function.Apply(name, 64, x);
        var worst = 0.0;
        var at = 0.0;
        for (var i = 0; i < x.Length; i++)
        {
            // The limits have tests of their own.
            if (!double.IsFinite(x[i]) || double.IsNaN(y[i]) || (double.IsInfinity(y[i]) && x[i] is 0 or -1))
                continue;
            var error = Error(exactly(x[i]), y[i]);
            if (error > worst)
                (worst, at) = (error, x[i]);
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{name}: {worst:0.000} ulp at {at:r}");
        Assert.True(worst <= bound, $"{name}({at:r}) is wrong by {worst} ulp");
        Assert.True(worst > 0.4);
    }

    [Theory]
    [InlineData("Exp", 1)]
    [InlineData("Expm1", 1)]
    [InlineData("Exprel", 1)]
    [InlineData("Log", 1)]
    [InlineData("Log1p", 1)]
    [InlineData("Log10", 1)]
    [InlineData("Sinh", 2)]
    [InlineData("Cosh", 2)]
    [InlineData("Tanh", 1)]
    public void Floats_are_within_the_stated_error_of_the_exact_value(string name, double bound)
    {
        // Reference: the double function, whose own error is a billionth of a float's last place.
        float[] x =
        [
            .. Arguments.Floats(1, 100_000 * Times),
            .. Arguments.Padded(Arguments.Between(2, -110, 110, 50_000 * Times).Select(v => (float)v).ToArray()),
            .. Arguments.Padded(Arguments.Between(3, -2, 2, 100_000 * Times).Select(v => (float)v).ToArray()),
        ];
        var y = Function.Apply(name, 64, x);
        var reference = Function.Apply(name, 64, x.Select(v => (double)v).ToArray());
        var worst = 0.0;
        var at = 0f;
        for (var i = 0; i < x.Length; i++)
        {
            var exact = reference[i];
            if (!double.IsFinite(x[i]) || double.IsNaN(exact) || double.IsNaN(y[i]))
            {
                Assert.Equal((float)exact, y[i]);
                continue;
            }

            var limit = Math.ScaleB(1, 128);
            exact = Math.Clamp(exact, -limit, limit);
            var magnitude = exact == 0 ? -126 : Math.Clamp(Math.ILogB(exact), -126, 127);
            var error = Math.ScaleB(Math.Abs(Math.Clamp(y[i], -limit, limit) - exact), 23 - magnitude);
            if (error > worst)
                (worst, at) = (error, x[i]);
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{name}: {worst:0.000} ulp at {at:r}");
        Assert.True(worst <= bound, $"{name}({at:r}) is wrong by {worst} ulp");
        Assert.True(worst > 0.4);
    }

    /// <summary>In last places of the exact value; infinity stands for the next power of two.</summary>
    private static double Error(BigReal exact, double found)
    {
        BigReal limit = new(exact.Sign, 1024);
        if (exact.Sign != 0 && exact.Magnitude >= 1024)
            exact = limit;
        var magnitude = exact.Sign == 0 ? -1022 : Math.Clamp(exact.Magnitude, -1022, 1023);
        return ((double.IsInfinity(found) ? limit : found) - exact).Scaled(52 - magnitude).Abs().Roughly();
    }
}
