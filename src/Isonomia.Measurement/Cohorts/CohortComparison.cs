using Isonomia.Measurement.Cohorts.Contrasts;
using Isonomia.Numerics.Statistics;

namespace Isonomia.Measurement.Cohorts;

/// <summary>
/// A design put to many quantities: each in its mean over places, and place by place. Quantities may be biomarkers or
/// whatever else is known of participants, such as where they are located in a model.
/// </summary>
/// <param name="Design">The design.</param>
/// <param name="Quantities">What was found in each, in the order given.</param>
public sealed record CohortComparison(CohortDesign Design, IReadOnlyList<QuantityComparison> Quantities)
{
    /// <summary>The false discovery rate at which a quantity is called a finding.</summary>
    public const double FindingRate = 0.05;

    /// <summary>Compares.</summary>
    /// <param name="design">The design.</param>
    /// <param name="observations">The numbers of all participants; the order of quantities and places is theirs.</param>
    /// <param name="byClusters">Whether places are corrected by clusters where their names tell where they are; else by the
    /// false discovery rate.</param>
    /// <param name="cancel">Stops between quantities.</param>
    public static CohortComparison Run(
        CohortDesign design, IEnumerable<Observation> observations, bool byClusters = true, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(design);
        var found = observations.GroupBy(o => o.Quantity).ToArray().AsParallel().AsOrdered().WithCancellation(cancel)
            .Select(g => Compared(design, [.. g], byClusters)).Where(c => c is not null).Select(c => c!).ToArray();
        var rates = FalseDiscovery.Adjusted(Array.ConvertAll(found, f => f.P));
        return new CohortComparison(design, [.. found.Select((f, i) => f with { Q = rates[i] })]);
    }

    private static QuantityComparison? Compared(CohortDesign design, List<Observation> observations, bool byClusters)
    {
        if (Arranged(design, observations) is not { Places.Count: > 0 } values || !values.Means.Any(double.IsFinite))
            return null;
        var contrast = design.Contrast;
        var comparison = new QuantityComparison(values, Summaries(contrast, values.Means), contrast.Effect(values.Means),
            ContrastTest.Run(contrast, [values.Means]).P[0], contrast.LeastP(values.Means), contrast.Detectable(values.Means))
        {
            Pairs = contrast is SeveralGroups several ? Paired(several, values.Means) : [],
        };
        if (values.Places.Count < 2)
            return comparison;
        return comparison with
        {
            PlaceEffects = [.. values.ByPlace.Select(v => contrast.Effect(v))],
            PlaceTest = ContrastTest.Run(
                contrast, values.ByPlace, byClusters ? SensorNeighbours.Of(values.Places) : null),
        };
    }

    private static CohortValues? Arranged(CohortDesign design, List<Observation> observations)
    {
        if (design.Before is null)
            return CohortValues.Of(observations, design.Participants);
        var before = observations.Where(o => o.Occasion == design.Before).ToArray();
        var after = observations.Where(o => o.Occasion == design.After).ToArray();
        return before.Length == 0 || after.Length == 0 ? null
            : CohortValues.Of(before, design.Participants).ChangeTo(CohortValues.Of(after, design.Participants));
    }

    private static GroupSummary[] Summaries(Contrast contrast, double[] means) => [.. contrast.Levels.Select((name, level) =>
    {
        double[] own = [.. means.Where((value, i) => double.IsFinite(value) && contrast.LevelOf(i) == level)];
        return new GroupSummary(name, own.Length, own.Length > 0 ? Descriptive.Mean(own) : double.NaN,
            own.Length > 1 ? Descriptive.StandardDeviation(own, 1) : double.NaN);
    })];

    private static PairComparison[] Paired(SeveralGroups groups, double[] means)
    {
        var pairs = groups.Pairs().Select(pair =>
        {
            var own = Array.ConvertAll(pair.Participants, i => means[i]);
            return (pair.Contrast.Direction, Effect: pair.Contrast.Effect(own), P: ContrastTest.Run(pair.Contrast, [own]).P[0]);
        }).ToArray();
        var adjusted = FamilywiseError.Adjusted(Array.ConvertAll(pairs, p => p.P));
        return [.. pairs.Select((p, i) => new PairComparison(p.Direction, p.Effect, p.P, adjusted[i]))];
    }
}
