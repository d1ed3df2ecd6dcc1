using Isonomia.Measurement.Synthesis;
using Isonomia.Numerics.Random;

namespace Isonomia.Validation.Recovering.Conditions;

/// <summary>A rhythm of known power and frequency over a background of known density: for band powers and
/// alpha.</summary>
internal static class RhythmicSignals
{
    private const int Samples = 30_000;
    private const double SamplingRate = 250;
    private static readonly Background Background = new() { Exponent = 1.5, Offset = 1.5 };

    /// <summary>Alpha of an individual with eyes closed, of steady amplitude.</summary>
    public static Rhythm Alpha { get; } = new("alpha", 10.2, 1.6, 9) { Modulation = new Modulation { Depth = 0 } };

    public static IEnumerable<RecoveryCondition> All { get; } =
    [
        RecoveryConditions.Of("background alone, 120 s", new SyntheticSignal { Background = Background },
            Band("delta", 1, 4, []), Band("alpha", 8, 13, []), Band("gamma", 30, 45, []), Relative("alpha", 8, 13, [])),
        RecoveryConditions.Of("background and alpha, 120 s",
            new SyntheticSignal { Background = Background, Rhythms = [Alpha] },
            Band("alpha", 8, 13, [Alpha]), Relative("alpha", 8, 13, [Alpha]),
            new Expectation("individual_alpha", "peak_frequency_hz", Alpha.FrequencyHz)),
        RecoveryConditions.Of("background and weak alpha, 120 s",
            new SyntheticSignal { Background = Background, Rhythms = [Alpha with { AmplitudeUv = 2 }] },
            new Expectation("individual_alpha", "peak_frequency_hz", Alpha.FrequencyHz)),
        new("background and a peak that is normal in log power, 120 s", SamplingRate, Bump,
        [
            new("individual_alpha", "peak_frequency_hz", Alpha.FrequencyHz),
            new("aperiodic", "exponent", Background.Exponent),
            new("aperiodic", "offset", Background.Offset),
        ]),
    ];

    // The peak of specparam's own model: normal over the logarithm of the background.
    private static double[] Bump(long seed, int replicate)
    {
        var noise = new SpectralNoise(Samples, SamplingRate, f => Background.Density(f)
            * Math.Pow(10, 1.2 * Math.Exp(-Math.Pow((f - Alpha.FrequencyHz) / (Alpha.BandwidthHz / 2), 2) / 2)));
        var signal = new double[Samples];
        noise.Fill(new RandomStream(seed, "recovery: bump", replicate), signal, new double[Samples]);
        return signal;
    }

    private static Expectation Band(string name, double low, double high, Rhythm[] rhythms) =>
        new("band_power", name + "/absolute", Power(low, high, rhythms));

    private static Expectation Relative(string name, double low, double high, Rhythm[] rhythms) =>
        new("band_power", name + "/relative", Power(low, high, rhythms) / Power(1, 45, rhythms));

    // The integral of the density over the band: the power law in closed form, the rhythm as a normal distribution.
    private static double Power(double low, double high, Rhythm[] rhythms)
    {
        var e = 1 - Background.Exponent;
        var aperiodic = Math.Pow(10, Background.Offset) * (Math.Pow(high, e) - Math.Pow(low, e)) / e;
        return aperiodic + rhythms.Sum(r => r.AmplitudeUv * r.AmplitudeUv * (Normal(high, r) - Normal(low, r)));
    }

    private static double Normal(double f, Rhythm rhythm) =>
        MathNet.Numerics.Distributions.Normal.CDF(rhythm.FrequencyHz, rhythm.BandwidthHz / 2, f);
}
