namespace Isonomia.Validation.Contrasting;

/// <summary>One set of Bonn, measured.</summary>
/// <param name="Name">Its letter.</param>
/// <param name="Meaning">What it holds.</param>
/// <param name="Values">By the name of the number, its value in every segment.</param>
public sealed record BonnSet(string Name, string Meaning, IReadOnlyDictionary<string, double[]> Values)
{
    /// <summary>
    /// What is measured, on whole segments, with the means over the first ten segments of Z, O, N, F and S that other
    /// tools find: specparam 2.0.0rc8 (exponent), antropy 0.1.9 (complexity), numpy (standard deviation).
    /// </summary>
    public static IReadOnlyList<BonnQuantity> Quantities { get; } =
    [
        new("exponent", "1", [2.0555, 2.2694, 2.7429, 2.8525, 2.0505]),
        new("Lempel-Ziv", "1", [0.5348, 0.4842, 0.3450, 0.3040, 0.4048]),
        new("sample entropy", "nat", [0.9586, 0.8024, 0.6317, 0.4895, 0.5050]),
        new("permutation entropy", "1", [0.8200, 0.7604, 0.8118, 0.7976, 0.6873]),
        new("spectral entropy", "1", [0.6918, 0.6313, 0.5644, 0.5506, 0.6349]),
        new("standard deviation", "uV", [42.9334, 62.0218, 57.4220, 110.0351, 350.9260]),
    ];

    internal static Probe Probe() => new(
        [
            ("aperiodic", "exponent"), ("lempel_ziv", "value"), ("sample_entropy", "value"),
            ("permutation_entropy", "value"), ("spectral_entropy", "value"),
        ],
        new Dictionary<string, string> { ["complexity.window"] = "whole", ["aperiodic.refits"] = "0" });

    internal static double[] Measure(Probe probe, double[] samples)
    {
        var mean = samples.Average();
        return
        [
            .. probe.On(samples, BonnStudy.SamplingRate).Select(f => f.Value.Value),
            Math.Sqrt(samples.Average(s => (s - mean) * (s - mean))),
        ];
    }
}
