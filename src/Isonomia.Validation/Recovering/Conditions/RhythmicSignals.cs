using Isonomia.Measurement.Synthesis;

namespace Isonomia.Validation.Recovering.Conditions;

/// <summary>A rhythm of known power and frequency over a background of known density: for band powers and alpha.</summary>
internal static class RhythmicSignals
{
    private static readonly Background Background = new() { Exponent = 1.5, Offset = 1.5 };

    /// <summary>Alpha of an individual with eyes closed, of steady amplitude.</summary>
    public static Rhythm Alpha { get; } = new("alpha", 10.2, 1.6, 9) { Modulation = new Modulation { Depth = 0 } };

    public static IEnumerable<RecoveryCondition> All { get; } =
    [
        RecoveryConditions.Of("power law 1.5, 120 s", new SyntheticSignal { Background = Background },
            Band("delta", 1, 4, []), Band("alpha", 8, 13, []), Band("gamma", 30, 45, []), Relative("alpha", 8, 13, [])),
        RecoveryConditions.Of("power law 1.5 and alpha, 120 s",
            new SyntheticSignal { Background = Background, Rhythms = [Alpha] },
            Band("alpha", 8, 13, [Alpha]), Relative("alpha", 8, 13, [Alpha]),
            new Expectation("alpha_frequency", "peak_hz", Alpha.FrequencyHz)),
        RecoveryConditions.Of("power law 1.5 and weak alpha, 120 s",
            new SyntheticSignal { Background = Background, Rhythms = [Alpha with { AmplitudeUv = 2 }] },
            new Expectation("alpha_frequency", "peak_hz", Alpha.FrequencyHz)),
    ];

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
