using Isonomia.Measurement.Synthesis;

namespace Isonomia.Validation.Recovering.Conditions;

/// <summary>The kinds of signal that estimators are tried on.</summary>
public static class RecoveryConditions
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<RecoveryCondition> All { get; } =
        [.. AperiodicSignals.All, .. RhythmicSignals.All, .. AmplitudeSignals.All, .. IrregularSignals.All,
            .. RememberingSignals.All, .. CriticalActivity.All, .. SharedActivity.All, .. ClampedCells.All,
            .. MotorResponses.All];

    internal static RecoveryCondition Of(string name, SyntheticSignal signal, params Expectation[] expectations) =>
        new(name, signal.SamplingRate, (seed, replicate) => (signal with { Seed = seed, Replicate = replicate }).Make(),
            expectations);
}
