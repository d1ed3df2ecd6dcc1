using System.Collections.Immutable;
using Isonomia.Restoration.Trials;

namespace Isonomia.Reporting.Restoring;

/// <summary>What a trial's outputs show.</summary>
/// <param name="Result">The trial.</param>
/// <param name="Provenance">Version, command, seed and the like, to repeat it.</param>
public sealed record TrialContent(TrialResult Result, ImmutableArray<(string Name, string Value)> Provenance)
{
    /// <summary>What a virtual trial cannot know.</summary>
    public static readonly ImmutableArray<string> Unknown =
    [
        "Persons, illness and responses are those of the catalogue and an assumed spread: what was put in comes out, with the noise of a recording.",
        "Expectation (placebo), drop-out, adherence, time and measurement on different days do nothing here: real trials need more persons.",
        "Effects are steady states; the course in time is not in it.",
    ];

    /// <summary>An arm in words.</summary>
    /// <param name="arm">The arm, by number.</param>
    public string Words(int arm) => Result.Arms[arm].IsSham ? TrialArm.Sham : Result.Arms[arm].Plan.ToString();
}
