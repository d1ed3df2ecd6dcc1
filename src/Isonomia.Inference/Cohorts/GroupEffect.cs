using Isonomia.Measurement.Cohorts;
using Isonomia.Measurement.Cohorts.Contrasts;
using Isonomia.Measurement.Recordings;
using Isonomia.Numerics.Statistics;

namespace Isonomia.Inference.Cohorts;

/// <summary>
/// How a located quantity differs between two groups, or goes along with a number. Each participant counts by how well it
/// is located: the variance of its posterior is added to that between participants (<see cref="RandomEffects"/>).
/// </summary>
/// <param name="Quantity">The quantity.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Participants">Those it is known of, in the design's order.</param>
/// <param name="Along">For each of them 0 or 1 for the groups, or the number.</param>
/// <param name="Fit">The regression; null where there are too few.</param>
/// <param name="Q">The false discovery rate over the coordinates and the margin; NaN for parameters.</param>
public sealed record GroupEffect(string Quantity, string Unit, IReadOnlyList<LocatedParticipant> Participants,
    IReadOnlyList<double> Along, RandomEffects? Fit, double Q)
{
    /// <summary>Compares every quantity.</summary>
    /// <param name="design">Who is compared with whom: two groups, or a number.</param>
    /// <param name="found">What was located, by participant.</param>
    /// <param name="main">Quantities that are counted as findings: the model's coordinates and the margin.</param>
    /// <exception cref="BadInputException">The design has more than two groups.</exception>
    public static IReadOnlyList<GroupEffect> Of(CohortDesign design,
        IReadOnlyList<(string Participant, LocatedQuantity Quantity)> found, IReadOnlyCollection<string> main)
    {
        ArgumentNullException.ThrowIfNull(design);
        var along = NumbersOf(design);
        var effects = found.GroupBy(f => (f.Quantity.Quantity, f.Quantity.Unit))
            .Select(g => One(g.Key.Quantity, g.Key.Unit, design, along, [.. g])).ToArray();
        var counted = effects.Where(e => e.Fit is not null && main.Contains(e.Quantity)).ToArray();
        var rates = FalseDiscovery.Adjusted([.. counted.Select(e => e.Fit!.P)]);
        return [.. effects.Select(e => e with { Q = Array.IndexOf(counted, e) is >= 0 and var at ? rates[at] : double.NaN })];
    }

    private static GroupEffect One(string quantity, string unit, CohortDesign design, double[] along,
        (string Participant, LocatedQuantity Quantity)[] found)
    {
        var known = design.Participants.Select((name, i) => (Along: along[i], Of: Participant(name, found)))
            .Where(p => p.Of is not null).ToArray();
        double[] x = [.. known.Select(p => p.Along)];
        var fits = known.Length >= 4 && x.Distinct().Count() >= 2
            && (design.Contrast is AlongNumber || (x.Count(v => v > 0.5) >= 2 && x.Count(v => v < 0.5) >= 2));
        return new GroupEffect(quantity, unit, [.. known.Select(p => p.Of!)], x,
            fits ? RandomEffects.Fit([.. known.Select(p => p.Of!.Mean)], [.. known.Select(p => p.Of!.Variance)], x) : null, double.NaN);
    }

    private static LocatedParticipant? Participant(string name, (string Participant, LocatedQuantity Quantity)[] found)
    {
        LocatedQuantity[] own = [.. found.Where(f => f.Participant == name).Select(f => f.Quantity)];
        return own.Length > 0 ? LocatedParticipant.Of(name, own) : null;
    }

    private static double[] NumbersOf(CohortDesign design) => design.Contrast switch
    {
        AlongNumber number => [.. number.Numbers],
        TwoGroups groups => [.. Enumerable.Range(0, groups.Count).Select(i => (double)groups.LevelOf(i))],
        var other => throw new BadInputException($"{design.Title}: located groups are compared two at a time, and there are "
            + $"{other.Levels.Count}; give a column with two values, or with numbers"),
    };
}
