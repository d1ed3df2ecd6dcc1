using System.Collections.Immutable;
using Isonomia.Measurement.Biomarkers.Spikes;
using Isonomia.Simulation.Results;

namespace Isonomia.Restoration.Circuits;

/// <summary>
/// To remember a direction over a delay (<c>murray2014</c>), measured as in rung L22 of the ladder: rates before the cue, and
/// the bump of the last second. What may be turned is on the inhibitory side alone.
/// </summary>
public sealed class MemoryTask : CircuitTask
{
    /// <summary>The circuit.</summary>
    public const string Circuit = "murray2014";

    private const double CueStart = 1;
    private const double Settled = 0.4;
    private const double Kept = 20;
    private const double WholeRing = 360;

    /// <inheritdoc/>
    public override string Meaning => "remembering a direction until the end of the delay: a bump above 20 Hz in the last second";

    /// <inheritdoc/>
    public override ImmutableArray<(string Name, string Unit)> Measures { get; } =
        [("rate of E before the cue", "Hz"), ("rate of I before the cue", "Hz"), ("peak of the bump", "Hz"), ("width of the bump", "deg")];

    /// <inheritdoc/>
    public override ImmutableArray<CircuitKnob> Knobs { get; } =
        [new("EI", 0.94, 1.06), new("IE", 0.94, 1.06), new("II", 0.94, 1.06)];

    /// <inheritdoc/>
    public override double[] Measure(RunResult run)
    {
        ArgumentNullException.ThrowIfNull(run);
        var e = run.Populations.Single(p => p.Name == "E");
        var i = run.Populations.Single(p => p.Name == "I");
        var bump = ActivityBump.Of(
            e.SpikeTimes.ToArray(), e.SpikeCells.ToArray(), e.Size, run.Duration - 1, run.Duration);
        // What is not remembered has no width: it may be anywhere on the ring.
        return [Before(e), Before(i), bump.Peak, bump.Peak > Kept ? bump.Width : WholeRing];
    }

    private static double Before(PopulationResult population) =>
        population.SpikeTimes.Count(t => t > Settled && t <= CueStart) / (population.Size * (CueStart - Settled));
}
