using System.Collections.Immutable;
using Isonomia.Restoration.Health;
using Isonomia.Restoration.Individuals;

namespace Isonomia.Restoration.Search;

/// <summary>What a search found.</summary>
public sealed record RestorationResult
{
    /// <summary>Probability inside the healthy range above which nothing needs restoring.</summary>
    public const double HealthyFrom = 0.5;

    /// <summary>Who was looked at.</summary>
    public required Individual Individual { get; init; }

    /// <summary>What health is.</summary>
    public required HealthyRange Health { get; init; }

    /// <summary>What was allowed.</summary>
    public required SearchOptions Options { get; init; }

    /// <summary>How it is if nothing is done.</summary>
    public required RankedPlan Before { get; init; }

    /// <summary>
    /// Plans from the least expected distance to the greatest: every intervention at its best dose, and combinations that
    /// are better than each of their parts.
    /// </summary>
    public required ImmutableArray<RankedPlan> Ranking { get; init; }

    /// <summary>Plans of which none is both nearer to health and less of a burden, by burden.</summary>
    public required ImmutableArray<Outcome> Pareto { get; init; }

    /// <summary>Every single intervention at every dose, for dose-response curves.</summary>
    public required ImmutableArray<Outcome> Singles { get; init; }

    /// <summary>Interventions that no allowed plan could contain, and why.</summary>
    public required ImmutableArray<(string Name, string Why)> LeftOut { get; init; }

    /// <summary>What the difference between the first two hangs on, the most important first.</summary>
    public required ImmutableArray<Influence> Sensitivity { get; init; }

    /// <summary>What knowing more would be worth, the most valuable first.</summary>
    public required ImmutableArray<Influence> Measurements { get; init; }

    /// <summary>How many plans were looked at.</summary>
    public required int Plans { get; init; }

    /// <summary>Whether the person is more likely outside of the healthy range than inside.</summary>
    public bool NeedsRestoring => Before.Outcome.Restored < HealthyFrom;
}
