using System.Collections.Immutable;
using Isonomia.Restoration.Catalogue;
using Isonomia.Restoration.Course;
using Isonomia.Restoration.Search;

namespace Isonomia.Reporting.Restoring;

/// <summary>What a restoration's outputs show.</summary>
public sealed record RestorationContent
{
    /// <summary>What is said first, wherever this speaks.</summary>
    public const string Warning =
        "For research only. Not a medical device, no diagnosis, no advice on treatment: hypotheses of a model, with their evidence.";

    /// <summary>What the model cannot know, whoever the person is.</summary>
    public static readonly ImmutableArray<string> Unknown =
    [
        "It sees what shapes one spectrum. Receptors, cell types and regions are summed up in eight numbers, and several "
        + "different causes leave the same spectrum.",
        "Mean firing rates are taken to be held, so that an intervention changes gains and nothing else.",
        "Effect sizes are those of groups, mostly assumed or weakly founded; how a person responds is not known.",
        Plan.Interaction + ": interactions of drugs, and of drugs with the person's other illnesses, are not in it.",
        "Benefit and harm to a person are not in it: being near to health here is being near in biomarkers.",
    ];

    /// <summary>The search.</summary>
    public required RestorationResult Result { get; init; }

    /// <summary>The condition that was assumed; null for a recording.</summary>
    public Condition? Condition { get; init; }

    /// <summary>What about the condition's own predictions failed when they were checked; empty where all hold.</summary>
    public ImmutableArray<string> FailedSignatures { get; init; } = [];

    /// <summary>The recording; null for a condition.</summary>
    public string? Recording { get; init; }

    /// <summary>Its channel.</summary>
    public string? Channel { get; init; }

    /// <summary>What to know about how the person was located: convergence, fit.</summary>
    public ImmutableArray<string> Cautions { get; init; } = [];

    /// <summary>How it is with nothing done.</summary>
    public required Forecast Before { get; init; }

    /// <summary>How it is with the first plan of the ranking; null where there is none.</summary>
    public Forecast? After { get; init; }

    /// <summary>The first plan as time goes by; empty where that was not asked for.</summary>
    public ImmutableArray<CoursePoint> Course { get; init; } = [];

    /// <summary>What is true, where it is known: what was hidden in a virtual individual.</summary>
    public string? Truth { get; init; }

    /// <summary>Version, command, seed and the like, to repeat it.</summary>
    public required ImmutableArray<(string Name, string Value)> Provenance { get; init; }

    /// <summary>How long the search took.</summary>
    public required double Seconds { get; init; }

    /// <summary>In a sentence: whether there is anything to restore.</summary>
    public string Verdict
    {
        get
        {
            var inside = Result.Before.Outcome.Restored;
            var share = FormattableString.Invariant($"{inside:0%}");
            return (Result.NeedsRestoring, Condition is null) switch
            {
                (false, true) => $"Nothing needs restoring, as far as these features show: the probability of being inside the "
                    + $"healthy range is {share}. That does not rule out illness; the range is broad.",
                (false, false) => $"Of persons with this condition {share} are inside the healthy range: as far as these "
                    + "biomarkers show, nothing needs restoring in most.",
                (true, true) => $"Outside of the healthy range: the probability of being inside is {share}.",
                (true, false) => $"Of persons with this condition {share} are inside the healthy range.",
            };
        }
    }
}
