using Isonomia.Measurement.Synthesis;

namespace Isonomia.Validation.Recovering.Conditions;

/// <summary>Alpha whose amplitude has a known long-range correlation: for DFA and fE/I.</summary>
internal static class AmplitudeSignals
{
    public static IEnumerable<RecoveryCondition> All { get; } =
    [
        .. new[] { 0.6, 0.75, 0.9 }.Select(h => Dfa($"alpha, amplitude correlated {h}, 300 s", Alpha(h), h)),
        Dfa("alpha, amplitude correlated 0.75, 120 s", Alpha(0.75) with { Duration = 120 }, 0.75),
        Dfa("weak alpha, amplitude correlated 0.75, 300 s", Alpha(0.75, amplitudeUv: 2), 0.75),
        Dfa("no rhythm: uncorrelated amplitude, 300 s", Alpha(0.75) with { Rhythms = [] }, 0.5),
        Fei("alpha, fluctuation grows with amplitude, 300 s", -0.5, Side.Below),
        Fei("alpha, fluctuation in proportion to amplitude, 300 s", 0, Side.At),
        Fei("alpha, fluctuation shrinks with amplitude, 300 s", 0.5, Side.Above),
        RecoveryConditions.Of("weak alpha, fluctuation in proportion to amplitude, 300 s", Alpha(0.75, amplitudeUv: 2),
            new Expectation("fei", "alpha/value", 1)),
    ];

    private static SyntheticSignal Alpha(double hurst, double bias = 0, double amplitudeUv = 9) => new()
    {
        Duration = 300,
        Background = new Background { Exponent = 1.5, Offset = 1.5 },
        Rhythms =
        [
            new Rhythm("alpha", 10.2, 1.6, amplitudeUv)
            {
                Modulation = new Modulation { Hurst = hurst, ExcitationBias = bias },
            },
        ],
    };

    private static RecoveryCondition Dfa(string name, SyntheticSignal signal, double exponent) =>
        RecoveryConditions.Of(name, signal, new Expectation("dfa", "alpha/exponent", exponent));

    private static RecoveryCondition Fei(string name, double bias, Side side) =>
        RecoveryConditions.Of(name, Alpha(0.75, bias), new Expectation("fei", "alpha/value", 1) { Side = side });
}
