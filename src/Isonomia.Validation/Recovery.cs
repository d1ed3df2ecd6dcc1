using Isonomia.Measurement.Results;
using Isonomia.Validation.Recovering;
using Isonomia.Validation.Recovering.Conditions;

namespace Isonomia.Validation;

/// <summary>
/// Recovery of known truth: every estimator is given many synthetic signals in which what it estimates is known, and
/// its bias, its scatter and the honesty of its 95 % intervals are tabulated.
/// </summary>
public static class Recovery
{
    /// <summary>Runs all conditions there are.</summary>
    /// <exception cref="OperationCanceledException">It was told to stop.</exception>
    public static RecoveryReport Run(RecoveryOptions options, CancellationToken cancellation = default) =>
        Run(RecoveryConditions.All, options, cancellation);

    /// <summary>Runs the given conditions. Results do not depend on the number of threads.</summary>
    /// <exception cref="OperationCanceledException">It was told to stop.</exception>
    /// <exception cref="ArgumentException">A condition expects something of a biomarker that there is not, or of a
    /// number it does not report.</exception>
    public static RecoveryReport Run(
        IReadOnlyList<RecoveryCondition> conditions, RecoveryOptions options, CancellationToken cancellation = default)
    {
        var rows = new List<RecoveryRow>();
        for (var c = 0; c < conditions.Count; c++)
        {
            rows.AddRange(Tabulate(conditions[c], options, cancellation));
            options.Progress?.Invoke(conditions[c].Name, c + 1, conditions.Count);
        }

        return new RecoveryReport(options.Replicates, options.Seed, rows);
    }

    private static IEnumerable<RecoveryRow> Tabulate(
        RecoveryCondition condition, RecoveryOptions options, CancellationToken cancellation)
    {
        var probe = new Probe(condition.Expectations.Select(e => (e.Biomarker, e.Quantity)), condition.Settings);
        var found = new (Measured Value, string Unit)[options.Replicates][];
        Parallel.For(0, options.Replicates, new ParallelOptions { CancellationToken = cancellation }, replicate =>
            found[replicate] = probe.On(condition.Simulate(options.Seed, replicate)));
        return condition.Expectations.Select((expected, e) => RecoveryRow.Of(
            condition.Name, expected, found[0][e].Unit, [.. found.Select(f => f[e].Value)]));
    }
}
