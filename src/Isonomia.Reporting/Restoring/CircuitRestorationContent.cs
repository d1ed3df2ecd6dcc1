using System.Collections.Immutable;
using Isonomia.Restoration.Catalogue;
using Isonomia.Restoration.Circuits;

namespace Isonomia.Reporting.Restoring;

/// <summary>What the outputs of a restoration in a circuit show.</summary>
public sealed record CircuitRestorationContent
{
    /// <summary>What a circuit cannot know.</summary>
    public static readonly ImmutableArray<string> Unknown =
    [
        "A small circuit of one kind of tissue: no other regions, no neuromodulators, no adaptation over days.",
        "The condition is taken at its median; how much persons differ in it is not in this.",
        "Which drug or stimulation changes one parameter alone, and by so little, is not known: what is found is a mechanism.",
        "Trials are few: a probability is the share of the trials that were run.",
    ];

    /// <summary>The search.</summary>
    public required CircuitRestoration Result { get; init; }

    /// <summary>Version, command, seed and the like, to repeat it.</summary>
    public required ImmutableArray<(string Name, string Value)> Provenance { get; init; }

    /// <summary>How long it took.</summary>
    public required double Seconds { get; init; }

    /// <summary>The least founded step: that of the condition in the circuit.</summary>
    public EvidenceLevel Evidence => Result.Condition.In(Result.Circuit)!.Changes.Select(c => c.Grounds.Evidence)
        .Append(Result.Condition.In(Result.Circuit)!.Grounds.Evidence).Min();

    /// <summary>In a sentence: what was found.</summary>
    public string Verdict
    {
        get
        {
            if (Result.Before.Restored >= 0.5)
            {
                return FormattableString.Invariant($"With this condition the circuit is in its healthy range in {Result.Before.Restored:0%} of trials: ")
                    + "as far as these measures show, nothing needs restoring.";
            }

            var first = Result.Ranking[0];
            return (Result.IsRestored
                    ? FormattableString.Invariant($"{first} brings the circuit back: {first.Restored:0%} of trials are in its healthy range, ")
                    : FormattableString.Invariant($"Nothing that was searched brings the circuit back; nearest is {first}: {first.Restored:0%} of trials, "))
                + FormattableString.Invariant($"distance {first.ExpectedDistance:0.0}; with nothing done {Result.Before.Restored:0%}, distance {Result.Before.ExpectedDistance:0.0}.");
        }
    }
}
