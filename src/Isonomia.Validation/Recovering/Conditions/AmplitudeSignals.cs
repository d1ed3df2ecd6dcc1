using Isonomia.Measurement.Synthesis;

namespace Isonomia.Validation.Recovering.Conditions;

/// <summary>Alpha whose amplitude has a known long-range correlation: for DFA and fE/I.</summary>
internal static class AmplitudeSignals
{
    public static IEnumerable<RecoveryCondition> All { get; } =
    [
        Of("alpha, amplitude correlated 0.6, 300 s", Alpha(0.6), Dfa(0.6)),
        Of("alpha, amplitude correlated 0.75, 300 s", Alpha(0.75), Dfa(0.75), Fei(Side.Unknown)),
        Of("alpha, amplitude correlated 0.9, 300 s", Alpha(0.9), Dfa(0.9)),
        Of("the same at 0.75, 120 s", Alpha(0.75) with { Duration = 120 }, Dfa(0.75), Fei(Side.Unknown)),
        Of("the same at 0.75, alpha no stronger than background", Alpha(0.75, uv: 2), Dfa(0.75), Fei(Side.Unknown)),
        Of("no rhythm: uncorrelated amplitude, 300 s", Alpha(0.75) with { Rhythms = [] }, Dfa(0.5)),
        Of("fluctuation grows with amplitude, 300 s", Alpha(0.75, bias: -0.5), Fei(Side.Below)),
        Of("fluctuation shrinks with amplitude, 300 s", Alpha(0.75, bias: 0.5), Fei(Side.Above)),
    ];

    private static SyntheticSignal Alpha(double hurst, double bias = 0, double uv = 9) => new()
    {
        Duration = 300,
        Background = new Background { Exponent = 1.5, Offset = 1.5 },
        Rhythms =
        [
            new Rhythm("alpha", 10.2, 1.6, uv)
            {
                Modulation = new Modulation { Hurst = hurst, ExcitationBias = bias },
            },
        ],
    };

    private static Expectation Dfa(double exponent) => new("dfa", "alpha/exponent", exponent);

    private static Expectation Fei(Side side) => new("fei", "alpha/value", 1) { Side = side };

    private static RecoveryCondition Of(string name, SyntheticSignal signal, params Expectation[] expectations) =>
        RecoveryConditions.Of(name, signal, expectations) with
        {
            Settings = new Dictionary<string, string> { ["dfa.bands"] = "alpha" },
        };
}
