using System.Runtime.Intrinsics;
using Isonomia.Numerics.Tests.Elementary.Reference;

namespace Isonomia.Numerics.Tests.Elementary;

/// <summary>What compiled equations rely on: names, and the same bits at every width.</summary>
public class VectorFunctionWidthTests
{
    public static TheoryData<string> OfOne =>
        ["Exp", "Expm1", "Exprel", "Log", "Log1p", "Log10", "Sinh", "Cosh", "Tanh"];

    [Theory]
    [MemberData(nameof(OfOne))]
    public void A_function_is_there_for_every_width_and_precision(string name)
    {
        Type[] types =
        [
            typeof(Vector512<float>), typeof(Vector256<float>), typeof(Vector128<float>), typeof(float),
            typeof(Vector512<double>), typeof(Vector256<double>), typeof(Vector128<double>), typeof(double),
        ];
        Assert.All(types, t => Assert.Equal(t, Function.Find(name, t, 1)?.ReturnType));
    }

    [Theory]
    [MemberData(nameof(OfOne))]
    public void A_float_gives_the_same_bits_at_every_width(string name)
    {
        // Reference: one item at a time, by the same text in vectors of equal items.
        var x = Arguments.Floats(4, 20_000).Concat(Arguments.Padded(
            Arguments.Between(5, -5, 5, 20_000).Select(v => (float)v).ToArray())).ToArray();
        var expected = Function.Apply(name, 0, x).Select(Bits).ToArray();
        foreach (var width in Function.Widths)
            Assert.Equal(expected, Function.Apply(name, width, x).Select(Bits));
    }

    [Theory]
    [MemberData(nameof(OfOne))]
    public void A_double_gives_the_same_bits_at_every_width(string name)
    {
        // Reference: one item at a time, by the same text in vectors of equal items.
        double[] x = [.. Arguments.Doubles(6, 20_000), .. Arguments.Between(7, -5, 5, 20_000)];
        var expected = Function.Apply(name, 0, x).Select(Bits).ToArray();
        foreach (var width in Function.Widths)
            Assert.Equal(expected, Function.Apply(name, width, x).Select(Bits));
    }

    private static int Bits(float x) => BitConverter.SingleToInt32Bits(float.IsNaN(x) ? float.NaN : x);

    private static long Bits(double x) => BitConverter.DoubleToInt64Bits(double.IsNaN(x) ? double.NaN : x);
}
