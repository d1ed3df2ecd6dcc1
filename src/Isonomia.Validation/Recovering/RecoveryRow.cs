using Isonomia.Measurement.Results;

namespace Isonomia.Validation.Recovering;

/// <summary>How well one number was recovered from many signals of one kind.</summary>
/// <param name="Condition">The kind of signal.</param>
/// <param name="Expected">What should have been found.</param>
/// <param name="Unit">The number's unit.</param>
/// <param name="Replicates">How many signals.</param>
/// <param name="Undefined">In how many of them the estimator gave no number; they are left out of what follows.</param>
/// <param name="WhyUndefined">The commonest reason it gave for that.</param>
/// <param name="Mean">Mean of the estimates.</param>
/// <param name="Deviation">Standard deviation of the estimates.</param>
/// <param name="Rmse">Root mean square distance from the truth.</param>
/// <param name="ReportedError">Root mean square of the standard errors that the estimator itself reported; null where
/// it reports none.</param>
/// <param name="Intervals">How many estimates came with a 95 % interval.</param>
/// <param name="Covered">How many of these intervals hold the truth.</param>
/// <param name="OnSide">How many estimates lie on the side of the truth where they should.</param>
public sealed record RecoveryRow(
    string Condition,
    Expectation Expected,
    string Unit,
    int Replicates,
    int Undefined,
    string? WhyUndefined,
    double Mean,
    double Deviation,
    double Rmse,
    double? ReportedError,
    int Intervals,
    int Covered,
    int OnSide)
{
    /// <summary>Mean less truth.</summary>
    public double Bias => Mean - Expected.Truth;

    /// <summary>How many signals gave a number.</summary>
    public int Defined => Replicates - Undefined;

    /// <summary>The fraction of 95 % intervals that hold the truth; null where there are none.</summary>
    public double? Coverage => Intervals == 0 ? null : (double)Covered / Intervals;

    /// <summary>
    /// Whether the 95 % intervals are what they say: whether 0.95 lies in the score interval (Wilson 1927, J Am Stat
    /// Assoc 22:209) of the coverage. Null where there are no intervals.
    /// </summary>
    public bool? Honest
    {
        get
        {
            if (Coverage is not { } coverage)
                return null;
            const double Z = 1.96;
            var z2 = Z * Z / Intervals;
            var centre = (coverage + z2 / 2) / (1 + z2);
            var half = Z / (1 + z2) * Math.Sqrt((coverage * (1 - coverage) + z2 / 4) / Intervals);
            return 0.95 >= centre - half && 0.95 <= centre + half;
        }
    }

    /// <summary>Tabulates the estimates of one number.</summary>
    public static RecoveryRow Of(string condition, Expectation expected, string unit, IReadOnlyList<Measured> estimates)
    {
        var values = estimates.Where(e => e.IsDefined).ToArray();
        var truth = expected.Truth;
        var mean = values.Length == 0 ? double.NaN : values.Average(e => e.Value);
        var errors = values.Where(e => e.StandardError is not null).ToArray();
        var intervals = values.Where(e => e.Confidence95 is not null).ToArray();
        return new RecoveryRow(
            condition,
            expected,
            unit,
            estimates.Count,
            estimates.Count - values.Length,
            estimates.Where(e => !e.IsDefined).GroupBy(e => e.Why).MaxBy(g => g.Count())?.Key,
            mean,
            values.Length < 2 ? double.NaN : Math.Sqrt(values.Sum(e => Square(e.Value - mean)) / (values.Length - 1)),
            values.Length == 0 ? double.NaN : Math.Sqrt(values.Average(e => Square(e.Value - truth))),
            errors.Length == 0 ? null : Math.Sqrt(errors.Average(e => Square(e.StandardError!.Value))),
            intervals.Length,
            intervals.Count(e => e.Confidence95!.Value.Low <= truth && truth <= e.Confidence95.Value.High),
            values.Count(e => expected.Side switch
            {
                Side.Above => e.Value > truth,
                Side.Below => e.Value < truth,
                _ => true,
            }));
    }

    private static double Square(double x) => x * x;
}
