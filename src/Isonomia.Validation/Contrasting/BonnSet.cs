namespace Isonomia.Validation.Contrasting;

/// <summary>One set of Bonn, measured.</summary>
/// <param name="Name">Its letter.</param>
/// <param name="Meaning">What it holds.</param>
/// <param name="Values">By the name of the number, its value in every segment.</param>
public sealed record BonnSet(string Name, string Meaning, IReadOnlyDictionary<string, double[]> Values)
{
    /// <summary>
    /// What is measured, with the means over the first twenty segments of Z, O, N, F and S that other tools find:
    /// antropy 0.1.9 (Lempel-Ziv, sample entropy), specparam 2.0.0rc8 (exponent), numpy (standard deviation).
    /// </summary>
    public static IReadOnlyList<BonnQuantity> Quantities { get; } =
    [
        new("exponent", "1") { KnownMeans = [2.11, 2.17, 2.68, 2.83, 2.12] },
        new("Lempel-Ziv", "1") { KnownMeans = [0.511, 0.499, 0.360, 0.335, 0.387] },
        new("sample entropy", "nats") { KnownMeans = [0.945, 0.801, 0.652, 0.581, 0.472] },
        new("permutation entropy", "1"),
        new("spectral entropy", "1"),
        new("standard deviation", "uV") { KnownMeans = [39.9, 67.7, 51.8, 75.3, 336.9] },
    ];

    internal static Probe Probe() => new(
        [
            ("aperiodic", "exponent"), ("lempel_ziv", "value"), ("sample_entropy", "value"),
            ("permutation_entropy", "value"), ("spectral_entropy", "value"),
        ],
        new Dictionary<string, string>());

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
