namespace Isonomia.Numerics.Tests.Elementary.Reference;

/// <summary>Arguments for tests, the same in every run.</summary>
internal static class Arguments
{
    private static readonly double[] Edges =
    [
        0, 5e-324, 2.2250738585072014e-308, 1e-300, 1.4e-45, 1.17549435e-38, 5.9604645e-8, 1.1102230246251565e-16, 0.5,
        1, 2, 3, 10, 1000, 0.34657359, 0.70710678118654752, 0.6875, 1.375, 0.78539816339744831, 1.5707963267948966,
        3.1415926535897931, 88.02969, 88.722839, 88.72284, 87.33655, 103.27893, 103.97208, 89.41598, 709.782712893384,
        709.78271289338409, 708.39641853226408, 744.4400719213812, 745.13321910194122, 710.4758600739439, 1e5, 1e6,
        16777216, 9007199254740992, 3.4028235e38, 1.7976931348623157e308, double.PositiveInfinity, double.NaN,
    ];

    /// <summary>Edges of both signs, one up and one down of each, and as many bit patterns drawn as asked.</summary>
    public static double[] Doubles(int seed, int drawn)
    {
        var random = new System.Random(seed);
        var patterns = Enumerable.Range(0, drawn).Select(_ => random.NextInt64(long.MinValue, long.MaxValue));
        return Padded([
            .. Edges.Concat(Edges.Select(e => -e))
                .SelectMany(e => new[] { e, Math.BitIncrement(e), Math.BitDecrement(e) }),
            .. patterns.Select(BitConverter.Int64BitsToDouble),
        ]);
    }

    /// <inheritdoc cref="Doubles"/>
    public static float[] Floats(int seed, int drawn)
    {
        var random = new System.Random(seed);
        var patterns = Enumerable.Range(0, drawn).Select(_ => (int)random.NextInt64(int.MinValue, 1L << 31));
        return Padded([
            .. Edges.Concat(Edges.Select(e => -e)).Select(e => (float)e)
                .SelectMany(e => new[] { e, MathF.BitIncrement(e), MathF.BitDecrement(e) }),
            .. patterns.Select(BitConverter.Int32BitsToSingle),
        ]);
    }

    /// <summary>Numbers drawn evenly from an interval.</summary>
    public static double[] Between(int seed, double from, double to, int drawn)
    {
        var random = new System.Random(seed);
        return Padded([.. Enumerable.Range(0, drawn).Select(_ => from + ((to - from) * random.NextDouble()))]);
    }

    /// <summary>The same items in another order.</summary>
    public static T[] Shuffled<T>(int seed, T[] items)
    {
        var copy = items.ToArray();
        new System.Random(seed).Shuffle(copy);
        return copy;
    }

    /// <summary>With items repeated up to a whole number of vectors.</summary>
    private static T[] Padded<T>(T[] items) => [.. items, .. items.Take((16 - (items.Length % 16)) % 16)];
}
