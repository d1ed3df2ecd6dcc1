using System.Collections.Immutable;
using Isonomia.Reporting.Runs;
using Isonomia.Simulation.Sweeping;

namespace Isonomia.Reporting.Sweeps;

/// <summary>A sweep and what came of it.</summary>
/// <param name="Model">The name of the model.</param>
/// <param name="Plan">The runs.</param>
/// <param name="Measures">The measures, in the order of an outcome's values.</param>
/// <param name="Outcomes">What came of the runs that are done, by number.</param>
/// <param name="Provenance">The command, and the files of which it was made.</param>
public sealed record SweepContent(
    string Model, SweepPlan Plan, ImmutableArray<SweepMeasureName> Measures,
    IReadOnlyDictionary<int, SweepOutcome> Outcomes, RunProvenance Provenance)
{
    /// <summary>What holds for all runs, by name, as words: the model's hash, the duration, ...</summary>
    public ImmutableSortedDictionary<string, string> Fixed { get; init; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>Runs that did not come to their end.</summary>
    public int Failed => Outcomes.Values.Count(o => o.HasFailed);

    /// <summary>The values of a measure in runs with the same values of the axes, over seeds; undefined ones left out.
    /// </summary>
    /// <param name="measure">The measure's place.</param>
    /// <param name="places">For each axis the value's place among its values; of a list the row alone.</param>
    public double[] Over(int measure, params ReadOnlySpan<int> places)
    {
        List<double> values = [];
        foreach (var run in Plan.With(places))
        {
            if (Outcomes.GetValueOrDefault(run.Number)?.Values[measure] is { } value)
                values.Add(value);
        }

        return [.. values];
    }
}
