using System.Collections.Immutable;
using Isonomia.Simulation.Results;

namespace Isonomia.Restoration.Circuits;

/// <summary>To fire as the circuit does: the rate of each population and how irregular its intervals are.</summary>
/// <param name="populations">The circuit's populations.</param>
public sealed class FiringTask(IReadOnlyList<string> populations) : CircuitTask
{
    /// <inheritdoc/>
    public override string Meaning => "firing at the rates, and as irregularly, as the circuit does";

    /// <inheritdoc/>
    public override ImmutableArray<(string Name, string Unit)> Measures { get; } =
        [.. populations.SelectMany(p => new[] { ("rate of " + p, "Hz"), ("CV of intervals of " + p, "") })];

    /// <inheritdoc/>
    public override ImmutableArray<CircuitKnob> Knobs => [];

    /// <inheritdoc/>
    public override double[] Measure(RunResult run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return [.. run.Populations.SelectMany(p => new[] { p.Rate, p.CvOfIntervals() ?? 0 })];
    }
}
