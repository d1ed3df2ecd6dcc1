namespace Isonomia.Numerics.Tests.Spectra;

/// <summary>Reproducible test signals.</summary>
internal static class Noise
{
    /// <summary>Uniform on -1..1 from a fixed seed.</summary>
    public static double[] Of(int n, int seed = 1)
    {
        var random = new System.Random(seed);
        return [.. Enumerable.Range(0, n).Select(_ => (2 * random.NextDouble()) - 1)];
    }

    /// <summary>Standard normal by Box and Muller, from a fixed seed.</summary>
    public static double[] Normal(int n, int seed = 1)
    {
        var random = new System.Random(seed);
        return
        [
            .. Enumerable.Range(0, n).Select(_ =>
                Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble())),
        ];
    }
}
