using System.Collections.Immutable;
using Isonomia.Numerics.Statistics;
using Isonomia.Restoration.Catalogue;
using Isonomia.Restoration.Individuals;

namespace Isonomia.Restoration.Search;

/// <summary>What the ranking hangs on, and what knowing more would be worth.</summary>
internal static class Sensitivity
{
    private const int Shown = 6;
    private const int Bins = 4;

    /// <summary>
    /// The squared rank correlation of each uncertain input with the difference of distance between two plans: the share of
    /// the difference that goes along with it.
    /// </summary>
    public static ImmutableArray<Influence> Of(Outcome first, Outcome second, Individual individual, SearchOptions options)
    {
        var difference = first.Distances.Zip(second.Distances, (a, b) => a - b).ToArray();
        var given = first.Plan.Items.Concat(second.Plan.Items).Select(i => i.Intervention).Distinct();
        return Most(UncertainInputs.Of(individual, given, options).Select(input =>
        {
            var correlation = Correlation.Spearman(input.Values, difference);
            return new Influence(input.Name, double.IsFinite(correlation) ? correlation * correlation : 0);
        }));
    }

    /// <summary>
    /// By how much the expected distance would fall if an input were known (in which quarter of its values it lies) before
    /// choosing among plans: the partial value of information. Choice and distance come from different halves of the draws,
    /// so that chance does not look like knowledge.
    /// </summary>
    public static ImmutableArray<Influence> Value(
        IReadOnlyList<Outcome> plans, Individual individual, SearchOptions options)
    {
        var all = Enumerable.Range(0, options.Draws).ToArray();
        var unknown = Crossed(plans, all);
        var given = plans.Take(3).SelectMany(p => p.Plan.Items).Select(i => i.Intervention).Distinct<Intervention>();
        return Most(UncertainInputs.Of(individual, given, options).Select(input =>
        {
            var order = all.OrderBy(d => input.Values[d]).ThenBy(d => d).ToArray();
            var known = order.Chunk((order.Length + Bins - 1) / Bins)
                .Sum(bin => Crossed(plans, [.. bin.Order()]) * bin.Length / order.Length);
            return new Influence(input.Name, Math.Max(0, unknown - known));
        }));
    }

    private static double Crossed(IReadOnlyList<Outcome> plans, int[] draws)
    {
        var (even, odd) = (draws.Where((_, i) => i % 2 == 0).ToArray(), draws.Where((_, i) => i % 2 == 1).ToArray());
        double Mean(Outcome plan, int[] of) => of.Average(d => plan.Distances[d]);
        double Chosen(int[] by, int[] on) => Mean(plans.MinBy(p => Mean(p, by))!, on);
        return odd.Length == 0 ? Chosen(even, even) : (Chosen(even, odd) + Chosen(odd, even)) / 2;
    }

    private static ImmutableArray<Influence> Most(IEnumerable<Influence> influences) =>
        [.. influences.Where(i => i.Size > 1e-3).OrderByDescending(i => i.Size).ThenBy(i => i.Of, StringComparer.Ordinal).Take(Shown)];
}
