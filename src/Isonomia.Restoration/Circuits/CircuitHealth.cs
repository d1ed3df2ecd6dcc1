using System.Collections.Immutable;

namespace Isonomia.Restoration.Circuits;

/// <summary>
/// What a healthy circuit measures, trial by trial. Distance is the root mean square of deviations from the mean, each in
/// units of the scatter among healthy trials, at least 5 % of the mean (few trials scatter little by chance), at most 10.
/// </summary>
/// <param name="Mean">The means.</param>
/// <param name="Scatter">The units.</param>
public sealed record CircuitHealth(ImmutableArray<double> Mean, ImmutableArray<double> Scatter)
{
    private const double LeastShare = 0.05;
    private const double Farthest = 10;

    /// <summary>The distance up to which a trial counts as healthy: two units.</summary>
    public static double Limit => 2;

    /// <summary>Learns it.</summary>
    /// <param name="trials">What was measured in each of at least two trials.</param>
    public static CircuitHealth Of(IReadOnlyList<double[]> trials)
    {
        ArgumentNullException.ThrowIfNull(trials);
        ArgumentOutOfRangeException.ThrowIfLessThan(trials.Count, 2);
        double[] mean = [.. trials[0].Select((_, k) => trials.Average(t => t[k]))];
        return new([.. mean],
        [
            .. mean.Select((m, k) => Math.Max(
                Math.Sqrt(trials.Sum(t => (t[k] - m) * (t[k] - m)) / (trials.Count - 1)), Math.Max(LeastShare * Math.Abs(m), 1e-9))),
        ]);
    }

    /// <summary>How far a trial is from health.</summary>
    /// <param name="measured">What was measured.</param>
    public double Distance(IReadOnlyList<double> measured)
    {
        ArgumentNullException.ThrowIfNull(measured);
        return Math.Sqrt(measured.Select((v, k) => Math.Min(Farthest, Math.Abs(v - Mean[k]) / Scatter[k])).Average(z => z * z));
    }
}
