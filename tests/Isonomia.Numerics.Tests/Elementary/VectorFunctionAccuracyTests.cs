using Isonomia.Numerics.Tests.Elementary.Reference;

namespace Isonomia.Numerics.Tests.Elementary;

/// <summary>
/// Errors in units in the last place (ulp) of the exact result. Doubles are held against 240-bit arithmetic written for
/// these tests, floats against the doubles. More arguments are tried by ./test --full.
/// </summary>
public class VectorFunctionAccuracyTests
{
    private static readonly int Times = Environment.GetEnvironmentVariable("ISONOMIA_FULL_TEST") == "true" ? 50 : 1;

    public static TheoryData<string> OfOne => [.. FunctionOfOne.All.Select(f => f.Name)];

    [Theory]
    [MemberData(nameof(OfOne))]
    public void Doubles_are_within_the_stated_error_of_the_exact_value(string name)
    {
        // Reference: 240-bit series. Arguments: edges, random bits, the interval where the function lives, [-2, 2].
        var function = FunctionOfOne.Named(name);
        var (_, bound, from, to, exactly) = function;
        double[] x =
        [
            .. Arguments.Doubles(1, 500 * Times), .. Arguments.Between(2, from, to, 1000 * Times),
            .. Arguments.Between(3, Math.Max(from, -2), Math.Min(to, 2), 1000 * Times),
        ];
        var y = Function.Apply(name, 64, x);
        var worst = 0.0;
        var at = 0.0;
        for (var i = 0; i < x.Length; i++)
        {
            var defined = x[i] >= function.Domain.Least && x[i] <= function.Domain.Greatest;
            Assert.Equal(!defined, double.IsNaN(y[i]));

            // The limits have tests of their own.
            if (!defined || !double.IsFinite(x[i]) || (name.StartsWith("Log") && x[i] == function.Domain.Least))
                continue;
            var error = Ulps.Between(exactly(x[i]), y[i]);
            if (error > worst)
                (worst, at) = (error, x[i]);
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{name}: {worst:0.000} ulp at {at:r}");
        Assert.True(worst <= bound, $"{name}({at:r}) is wrong by {worst} ulp");
        Assert.True(worst > 0.4);
    }

    [Theory]
    [MemberData(nameof(OfOne))]
    public void Floats_are_within_the_stated_error_of_the_exact_value(string name)
    {
        // Reference: the double function, whose own error is a billionth of a float's last place.
        var bound = FunctionOfOne.Named(name).BoundOfFloats;
        float[] x =
        [
            .. Arguments.Floats(1, 100_000 * Times),
            .. Arguments.Between(2, -110, 110, 50_000 * Times).Select(v => (float)v),
            .. Arguments.Between(3, -2, 2, 100_000 * Times).Select(v => (float)v),
        ];
        var y = Function.Apply(name, 64, x);
        var reference = Function.Apply(name, 64, x.Select(v => (double)v).ToArray());
        var worst = 0.0;
        var at = 0f;
        for (var i = 0; i < x.Length; i++)
        {
            var exact = reference[i];
            if (!float.IsFinite(x[i]) || double.IsNaN(exact) || float.IsNaN(y[i]))
            {
                Assert.Equal((float)exact, y[i]);
                continue;
            }

            var error = Ulps.Between(exact, y[i]);
            if (error > worst)
                (worst, at) = (error, x[i]);
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{name}: {worst:0.000} ulp at {at:r}");
        Assert.True(worst <= bound, $"{name}({at:r}) is wrong by {worst} ulp");
        Assert.True(worst > 0.4);
    }
}
