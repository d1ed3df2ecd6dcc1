using Isonomia.Measurement.Recordings;
using Isonomia.Numerics.Random;

namespace Isonomia.Validation.Recovering.Conditions;

/// <summary>Currents of a cell that is held at several potentials while excitation and inhibition pass through it.</summary>
internal static class ClampedCells
{
    private const double SamplingRate = 10_000, Rest = 5, RestingPotential = -70, Excitation = 3, Inhibition = 6, Lag = 2;
    private static readonly double[] Levels = [-90, -70, -50, -30];

    public static IEnumerable<RecoveryCondition> All { get; } = [Held(5), Held(20)];

    // Conductances in nS and potentials in mV make currents in pA. Both pulses are alpha functions of 5 ms.
    private static RecoveryCondition Held(double noise) => new(
        $"cell held at four potentials, noise of {noise} pA, inhibition twice excitation and 2 ms later", (seed, replicate) =>
        {
            var random = new RandomStream(seed, $"recovery: clamp {noise}", replicate);
            return new RecoverySubject.Signals(SamplingRate,
            [
                .. Levels.Select(v => Enumerable.Range(0, 4000).Select(t =>
                {
                    var (ge, gi) = (Excitation * Pulse(t, 1500), Inhibition * Pulse(t, 1500 + (Lag * SamplingRate / 1000)));
                    return (Rest * (v - RestingPotential)) + (ge * v) + (gi * (v + 80)) + (noise * random.Normal());
                }).ToArray()),
            ])
            {
                Type = ChannelType.Other,
                Unit = "pA",
            };
        },
        [
            new("conductances", "excitation_mean", Excitation * Mean), new("conductances", "inhibition_mean", Inhibition * Mean),
            new("conductances", "excitation_share", Excitation / (Excitation + Inhibition)), new("conductances", "lag_ms", Lag),
            new("conductances", "resting_conductance", Rest), new("conductances", "resting_potential", RestingPotential),
        ])
    {
        Settings = new Dictionary<string, string>
        {
            ["conductance.levels"] = string.Join(',', Levels.Select(l => l.ToString(System.Globalization.CultureInfo.InvariantCulture))),
        },
    };

    // The mean of a pulse over the 300 ms behind the baseline: its area is e 5 ms.
    private static double Mean => Math.E * 5 / 300;

    private static double Pulse(double t, double from)
    {
        var x = (t - from) / (0.005 * SamplingRate);
        return x > 0 ? x * Math.Exp(1 - x) : 0;
    }
}
