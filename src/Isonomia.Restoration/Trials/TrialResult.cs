using System.Collections.Immutable;
using Isonomia.Restoration.Catalogue;

namespace Isonomia.Restoration.Trials;

/// <summary>What a trial on virtual persons found.</summary>
/// <param name="Condition">Who was treated.</param>
/// <param name="Arms">What was given.</param>
/// <param name="Endpoint">What was recorded: one of the features of the spectrum.</param>
/// <param name="Persons">All persons, in the order of their numbers.</param>
/// <param name="Contrasts">Each arm against sham, or against the first where there is none.</param>
public sealed record TrialResult(Condition Condition, ImmutableArray<TrialArm> Arms, string Endpoint,
    ImmutableArray<TrialPerson> Persons, ImmutableArray<TrialContrast> Contrasts)
{
    /// <summary>The changes of the endpoint in an arm, of those in whom it could be recorded.</summary>
    /// <param name="arm">The arm, by number.</param>
    public double[] Changes(int arm) => [.. Persons.Where(p => p.Arm == arm).Select(p => p.Change).OfType<double>()];

    /// <summary>The share of an arm that truly is in the healthy range after.</summary>
    /// <param name="arm">The arm, by number.</param>
    public double Restored(int arm) => Persons.Where(p => p.Arm == arm).Average(p => p.IsRestored ? 1.0 : 0);

    /// <summary>The mean true distance to health of an arm, before and after.</summary>
    /// <param name="arm">The arm, by number.</param>
    public (double Before, double After) Distance(int arm) => (
        Persons.Where(p => p.Arm == arm).Average(p => p.DistanceBefore), Persons.Where(p => p.Arm == arm).Average(p => p.DistanceAfter));
}
