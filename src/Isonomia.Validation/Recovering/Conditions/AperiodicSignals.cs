using Isonomia.Measurement.Synthesis;

namespace Isonomia.Validation.Recovering.Conditions;

/// <summary>Power laws, with and without what disturbs them: for exponents, knees and timescales.</summary>
internal static class AperiodicSignals
{
    private const double Offset = 1.5;
    private const double KneeHz = 10;

    public static IEnumerable<RecoveryCondition> All { get; } =
    [
        .. new[] { 0.5, 1, 1.5, 2, 3 }.Select(e => Power($"power law {e}, 120 s", Law(e), e)),
        Power("power law 1.5, 20 s", Law(1.5) with { Duration = 20 }, 1.5),
        Multitaper(1.5),
        Multitaper(3),
        Power("power law 1.5 and alpha, 120 s", Law(1.5) with { Rhythms = [RhythmicSignals.Alpha] }, 1.5),
        Power("power law 1.5, alpha and beta, 120 s", Law(1.5) with
        {
            Rhythms = [RhythmicSignals.Alpha, new Rhythm("beta", 21, 4, 3)],
        }, 1.5),
        Knee("knee at 10 Hz, exponent 2, 120 s", 2, KneeHz),
        Knee("knee at 10 Hz, exponent 3, 120 s", 3, KneeHz),
        RecoveryConditions.Of("knee at 10 Hz, exponent 2, fitted without one, 120 s", Bent(2, KneeHz),
            new Expectation("aperiodic", "exponent", 2)),
    ];

    private static SyntheticSignal Law(double exponent) =>
        new() { Background = new Background { Exponent = exponent, Offset = Offset } };

    private static SyntheticSignal Bent(double exponent, double kneeHz) => new()
    {
        SamplingRate = 500,
        Background = new Background { Exponent = exponent, KneeHz = kneeHz, Offset = Offset + exponent },
    };

    private static RecoveryCondition Power(string name, SyntheticSignal signal, double exponent) =>
        RecoveryConditions.Of(name, signal,
            new Expectation("aperiodic", "exponent", exponent),
            new Expectation("aperiodic", "offset", Offset),
            new Expectation("irasa", "exponent", exponent),
            new Expectation("slope_30_50", "slope", -exponent));

    private static RecoveryCondition Multitaper(double exponent) => RecoveryConditions.Of(
        $"power law {exponent}, 120 s, multitaper", Law(exponent),
        new Expectation("aperiodic", "exponent", exponent)) with
    {
        Settings = new Dictionary<string, string> { ["spectrum.method"] = "multitaper" },
    };

    private static RecoveryCondition Knee(string name, double exponent, double kneeHz) =>
        RecoveryConditions.Of(name, Bent(exponent, kneeHz),
            new Expectation("aperiodic", "exponent", exponent),
            new Expectation("aperiodic", "knee_frequency_hz", kneeHz),
            new Expectation("timescale", "tau_s", 1 / (2 * Math.PI * kneeHz))) with
        {
            Settings = new Dictionary<string, string> { ["aperiodic.mode"] = "knee", ["aperiodic.range"] = "1:100" },
        };
}
