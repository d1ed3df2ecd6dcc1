using System.Collections.Immutable;
using Isonomia.Modeling.Models;
using Isonomia.Simulation.Results;

namespace Isonomia.Simulation.Reference;

/// <summary>How far a run with fixed steps is from the adaptive reference, for one cell.</summary>
/// <param name="Spikes">Spikes of the cell in the run.</param>
/// <param name="ReferenceSpikes">Spikes of the reference.</param>
/// <param name="LargestShift">
/// The largest difference in time between spikes of the same number, in seconds; null where there are none to compare.
/// </param>
/// <param name="Deviations">For each recorded variable the largest difference before the first spike of either.</param>
public sealed record ReferenceComparison(
    int Spikes, int ReferenceSpikes, double? LargestShift, ImmutableSortedDictionary<string, double> Deviations)
{
    /// <summary>Integrates the first cell of a run again, adaptively, and compares.</summary>
    /// <param name="cell">The cell, with its inputs; noise and draws stand at their means.</param>
    /// <param name="run">The run.</param>
    /// <exception cref="Modeling.Integration.IntegrationException">The reference goes to infinity.</exception>
    public static ReferenceComparison Of(CellModel cell, RunResult run)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(run);
        var times = run.Probes.IsEmpty ? [] : run.Probes[0].Times;
        var reference = ReferenceRun.Of(cell, new ReferenceOptions
        {
            Duration = run.Duration,
            Dt = run.Dt,
            SampleTimes = [.. times.Select(t => Math.Min(t, run.Duration))],
            Recorded = [.. run.Probes.Select(p => p.Variable)],
        });
        var spikes = run.Populations[0].Trains()[0];
        var common = Math.Min(spikes.Length, reference.Spikes.Count);
        double? shift = common == 0 ? null : Enumerable.Range(0, common).Max(i => Math.Abs(spikes[i] - reference.Spikes[i]));

        // From the first spike on, a shift of microseconds makes differences as large as the spike.
        var until = spikes.Concat(reference.Spikes).DefaultIfEmpty(double.PositiveInfinity).Min() - run.Dt;
        var deviations = run.Probes.ToImmutableSortedDictionary(p => p.Variable, p =>
        {
            var trace = p.Trace(0);
            var exact = reference.Trace(p.Variable);
            var largest = 0.0;
            for (var i = 0; i < trace.Length && times[i] <= until; i++)
                largest = Math.Max(largest, Math.Abs(trace[i] - exact[i]));
            return largest;
        });
        return new ReferenceComparison(spikes.Length, reference.Spikes.Count, shift, deviations);
    }
}
