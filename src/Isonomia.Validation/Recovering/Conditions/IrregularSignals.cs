using Isonomia.Numerics.Random;

namespace Isonomia.Validation.Recovering.Conditions;

/// <summary>White noise and the logistic map, whose entropies are known in closed form: for complexity.</summary>
internal static class IrregularSignals
{
    private const double SamplingRate = 250;
    private const int Samples = 30_000;

    public static IEnumerable<RecoveryCondition> All { get; } =
    [
        new("white noise, 120 s", SamplingRate, WhiteNoise,
        [
            new("lempel_ziv", "value", 1),
            new("sample_entropy", "value", SampleEntropy(1)),
            new("multiscale_entropy", "complexity_index", Enumerable.Range(1, 20).Sum(SampleEntropy)),
            new("permutation_entropy", "value", 1),
            new("spectral_entropy", "value", 1),
        ]),
        new("logistic map, r = 4, 30,000 steps", SamplingRate, LogisticMap,
        [
            // Halves of the interval are visited as a fair coin falls: one bit a step.
            new("lempel_ziv", "value", 1),
            // The orders of three steps, through the tent map it is conjugate to: 5, 1, 4, 2, 3 fifteenths and one that
            // never occurs.
            new("permutation_entropy", "value",
                new[] { 5, 1, 4, 2, 3 }.Sum(k => -k / 15.0 * Math.Log(k / 15.0)) / Math.Log(6)),
        ]),
    ];

    // Two Gaussian numbers differ by less than r = 0.2 standard deviations with probability erf(r/2), and in white
    // noise a further match is independent of those before it (Richman and Moorman 2000). The mean of s numbers has a
    // standard deviation 1/sqrt(s), so that r stands sqrt(s) times higher over it (Costa et al. 2005).
    private static double SampleEntropy(int scale) =>
        -Math.Log(MathNet.Numerics.SpecialFunctions.Erf(0.2 * Math.Sqrt(scale) / 2));

    private static double[] WhiteNoise(long seed, int replicate)
    {
        var samples = new double[Samples];
        new RandomStream(seed, "recovery: white noise", replicate).FillNormal(samples);
        return samples;
    }

    private static double[] LogisticMap(long seed, int replicate)
    {
        var samples = new double[Samples];
        var x = new RandomStream(seed, "recovery: logistic map", replicate).UniformOpen();
        foreach (ref var sample in samples.AsSpan())
        {
            sample = x;
            x = 4 * x * (1 - x);
        }

        return samples;
    }
}
