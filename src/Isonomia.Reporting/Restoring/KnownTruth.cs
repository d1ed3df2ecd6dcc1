using System.Collections.Immutable;
using Isonomia.Inference.Corticothalamic;
using Isonomia.Inference.Locating;
using Isonomia.Restoration.Checks;
using Isonomia.Restoration.Individuals;
using Isonomia.Restoration.Search;

namespace Isonomia.Reporting.Restoring;

/// <summary>What is true of a virtual person beside what was found.</summary>
/// <param name="Person">The person.</param>
/// <param name="Located">Parameters, coordinates and the stability margin: the truth, and the posterior.</param>
/// <param name="Restored">
/// Plans in the order in which the search ranks them: the expected distance to health that it states, and what it truly is.
/// Nothing is the first.
/// </param>
public sealed record KnownTruth(
    VirtualPerson Person, ImmutableArray<(string Name, string Unit, double True, Marginal Found)> Located,
    ImmutableArray<(string Plan, double Stated, double True)> Restored)
{
    private const int Responses = 200;
    private const int Plans = 12;

    /// <summary>The truth beside what was found.</summary>
    /// <param name="person">The person.</param>
    /// <param name="posterior">Where it was located.</param>
    /// <param name="result">What the search found.</param>
    public static KnownTruth Of(VirtualPerson person, Posterior posterior, RestorationResult result)
    {
        ArgumentNullException.ThrowIfNull(person);
        ArgumentNullException.ThrowIfNull(posterior);
        ArgumentNullException.ThrowIfNull(result);
        var model = CorticothalamicModel.Instance;
        var coordinates = new double[model.Coordinates.Count];
        model.CoordinatesOf(person.Parameters, coordinates);
        double[] truths = [.. person.Parameters, person.Muscle];
        return new KnownTruth(person,
            [
                .. model.Coordinates.Select((c, i) => (c.Name, c.Unit, coordinates[i], posterior.Coordinate(i))),
                ("stability margin", "1/s", model.StabilityOf(person.Parameters).Margin, posterior.Margin),
                .. posterior.Names.Select((name, i) => (name, posterior.Units[i], truths[i], posterior.Parameter(i))),
            ],
            [
                .. result.Ranking.Take(Plans).Prepend(result.Before).Select(p => (p.Plan.ToString(), p.Outcome.ExpectedDistance,
                    TrueResponse.ExpectedDistance(person.Parameters, p.Plan, result.Health, Responses, result.Options.Seed))),
            ]);
    }

    /// <summary>How many truths lie within the 90 % intervals, of how many.</summary>
    public (int Inside, int All) Covered =>
        (Located.Count(l => l.True >= l.Found.Q05 && l.True <= l.Found.Q95), Located.Length);

    /// <summary>What was hidden, in a sentence.</summary>
    public string Hidden => Person.Condition is { } condition
        ? $"The hidden condition was '{condition.Name}': {condition.Title}."
        : "There was no condition.";

    /// <summary>What became of the plan that was ranked first, in a sentence.</summary>
    public string First
    {
        get
        {
            if (Restored.Length < 2)
                return "No plan was allowed.";
            var place = 1 + Restored.Skip(1).Count(r => r.True < Restored[1].True);
            return FormattableString.Invariant($"Ranked first: {Restored[1].Plan}. Truly applied it is number {place} of the ")
                + FormattableString.Invariant($"{Restored.Length - 1} shown, and takes the distance to health from {Restored[0].True:0.00} to {Restored[1].True:0.00}.");
        }
    }
}
