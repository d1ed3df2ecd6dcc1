using Isonomia.Measurement.Cohorts.Contrasts;
using Isonomia.Numerics.Random;
using Isonomia.Numerics.Statistics;

namespace Isonomia.Measurement.Cohorts;

/// <summary>
/// Tests a contrast at many places at once by rearranging participants: the same rearrangement at all places, so that what
/// places have in common stays. Corrected over places by clusters of neighbours (Maris and Oostenveld 2007,
/// doi:10.1016/j.jneumeth.2007.03.024: neighbouring places whose statistic passes its threshold on one side are a cluster,
/// whose mass is the sum of their statistics, compared with the largest that each rearrangement gives), or else by the
/// false discovery rate.
/// </summary>
/// <param name="P">The p of each place by itself, (b + 1)/(m + 1) for b of m rearrangements at least as extreme; NaN where
/// values are too few.</param>
/// <param name="Corrected">The p of the cluster to which it belongs (1 where to none), or its false discovery rate.</param>
/// <param name="ByClusters">Whether it was corrected by clusters.</param>
public sealed record ContrastTest(double[] P, double[] Corrected, bool ByClusters)
{
    /// <summary>Rearrangements drawn.</summary>
    public const int Rearrangements = 4999;

    /// <summary>Tests.</summary>
    /// <param name="contrast">The question.</param>
    /// <param name="values">For each place a value of each participant.</param>
    /// <param name="neighbours">For each place its neighbours; null to correct by the false discovery rate.</param>
    /// <param name="seed">Seed; rearrangement i depends on it and i only.</param>
    public static ContrastTest Run(Contrast contrast, double[][] values, int[][]? neighbours = null, long seed = 0)
    {
        ArgumentNullException.ThrowIfNull(contrast);
        ArgumentNullException.ThrowIfNull(values);
        var order = new int[contrast.Count];
        contrast.Identity(order);
        var observed = Array.ConvertAll(values, v => contrast.Statistic(v, order));
        var thresholds = Array.ConvertAll(values, v => contrast.Threshold(v));
        var clusters = neighbours is null ? null : new SensorClusters(neighbours, thresholds);
        var found = clusters?.Find(observed) ?? [];
        var extreme = new int[values.Length];
        var heavier = new int[found.Count];
        var rearranged = new double[values.Length];
        for (var r = 0; r < Rearrangements; r++)
        {
            contrast.Shuffle(new RandomStream(seed, "cohort", r), order);
            for (var place = 0; place < values.Length; place++)
            {
                rearranged[place] = contrast.Statistic(values[place], order);
                extreme[place] += AsExtreme(rearranged[place], observed[place]) ? 1 : 0;
            }

            var heaviest = found.Count == 0 ? 0 : clusters!.Find(rearranged).Select(c => Math.Abs(c.Mass)).DefaultIfEmpty(0).Max();
            for (var c = 0; c < found.Count; c++)
                heavier[c] += AsExtreme(heaviest, found[c].Mass) ? 1 : 0;
        }

        double[] p = [.. extreme.Select((e, i) => double.IsNaN(observed[i]) ? double.NaN : (e + 1.0) / (Rearrangements + 1))];
        if (clusters is null)
            return new ContrastTest(p, FalseDiscovery.Adjusted(p), false);
        double[] corrected = [.. observed.Select(o => double.IsNaN(o) ? double.NaN : 1.0)];
        for (var c = 0; c < found.Count; c++)
        {
            foreach (var place in found[c].Places)
                corrected[place] = (heavier[c] + 1.0) / (Rearrangements + 1);
        }

        return new ContrastTest(p, corrected, true);
    }

    // What could not be computed counts against a finding; what differs by rounding counts as equal.
    private static bool AsExtreme(double value, double observed) =>
        !(Math.Abs(value) < Math.Abs(observed) * (1 - 1e-9));
}
