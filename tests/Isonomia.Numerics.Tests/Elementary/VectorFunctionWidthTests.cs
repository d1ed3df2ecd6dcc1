using System.Runtime.Intrinsics;
using Isonomia.Numerics.Tests.Elementary.Reference;

namespace Isonomia.Numerics.Tests.Elementary;

/// <summary>What compiled equations rely on: names, and the same bits at every width.</summary>
public class VectorFunctionWidthTests
{
    private static readonly Type[] Types =
    [
        typeof(Vector512<float>), typeof(Vector256<float>), typeof(Vector128<float>), typeof(float),
        typeof(Vector512<double>), typeof(Vector256<double>), typeof(Vector128<double>), typeof(double),
    ];

    public static TheoryData<string> OfOne => [.. FunctionOfOne.All.Select(f => f.Name), "Sign"];

    public static TheoryData<string> OfTwo => ["Pow", "Mod", "FloorDivide"];

    [Theory]
    [MemberData(nameof(OfOne))]
    public void A_function_is_there_for_every_width_and_precision(string name)
    {
        Assert.All(Types, t => Assert.Equal(t, Function.Find(name, t, 1)?.ReturnType));
    }

    [Theory]
    [MemberData(nameof(OfTwo))]
    public void A_function_of_two_is_there_for_every_width_and_precision(string name)
    {
        Assert.All(Types, t => Assert.Equal(t, Function.Find(name, t, 2)?.ReturnType));
    }

    [Theory]
    [MemberData(nameof(OfOne))]
    [MemberData(nameof(OfTwo))]
    public void A_float_gives_the_same_bits_at_every_width(string name)
    {
        // Reference: one item at a time, by the same text in vectors of equal items.
        float[] x = [.. Arguments.Floats(4, 20_000), .. Arguments.Between(5, -5, 5, 20_000).Select(v => (float)v)];
        var y = OfTwo.Any(f => f.Data == name) ? Arguments.Shuffled(6, x) : null;
        var expected = Function.Apply(name, 0, x, y).Select(Bits).ToArray();
        foreach (var width in Function.Widths)
            Assert.Equal(expected, Function.Apply(name, width, x, y).Select(Bits));
    }

    [Theory]
    [MemberData(nameof(OfOne))]
    [MemberData(nameof(OfTwo))]
    public void A_double_gives_the_same_bits_at_every_width(string name)
    {
        // Reference: one item at a time, by the same text in vectors of equal items.
        double[] x = [.. Arguments.Doubles(6, 20_000), .. Arguments.Between(7, -5, 5, 20_000)];
        var y = OfTwo.Any(f => f.Data == name) ? Arguments.Shuffled(8, x) : null;
        var expected = Function.Apply(name, 0, x, y).Select(Bits).ToArray();
        foreach (var width in Function.Widths)
            Assert.Equal(expected, Function.Apply(name, width, x, y).Select(Bits));
    }

    [Fact]
    public void All_processors_agree_to_the_bit()
    {
        // Reference: this sum of all results' bits, as computed with AVX-512, with AVX2, with SSE and with no vectors.
        ulong sum = 0;
        float[] x = [.. Arguments.Floats(9, 5000), .. Arguments.Between(10, -5, 5, 5000).Select(v => (float)v)];
        double[] wide = [.. Arguments.Doubles(11, 5000), .. Arguments.Between(12, -5, 5, 5000)];
        foreach (var name in OfOne.Concat(OfTwo).Select(f => f.Data))
        {
            var two = OfTwo.Any(f => f.Data == name);
            foreach (var item in Function.Apply(name, 64, x, two ? Arguments.Shuffled(13, x) : null))
                sum = (sum * 0x9E3779B97F4A7C15) + (uint)Bits(item);
            foreach (var item in Function.Apply(name, 64, wide, two ? Arguments.Shuffled(14, wide) : null))
                sum = (sum * 0x9E3779B97F4A7C15) + (ulong)Bits(item);
        }

        Assert.Equal(4789747473753409992UL, sum);
    }

    private static int Bits(float x) => BitConverter.SingleToInt32Bits(float.IsNaN(x) ? float.NaN : x);

    private static long Bits(double x) => BitConverter.DoubleToInt64Bits(double.IsNaN(x) ? double.NaN : x);
}
