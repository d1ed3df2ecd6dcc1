using System.Collections.Immutable;
using Isonomia.Restoration.Catalogue;

namespace Isonomia.Restoration.Circuits;

/// <summary>What a search in a circuit found.</summary>
public sealed record CircuitRestoration
{
    /// <summary>The circuit's name.</summary>
    public required string Circuit { get; init; }

    /// <summary>The condition.</summary>
    public required Condition Condition { get; init; }

    /// <summary>What the circuit is for.</summary>
    public required CircuitTask Task { get; init; }

    /// <summary>What the condition multiplies.</summary>
    public required ImmutableArray<(string Parameter, double Factor)> Displaced { get; init; }

    /// <summary>The circuit without the condition.</summary>
    public required CircuitHealth Health { get; init; }

    /// <summary>The condition with nothing done.</summary>
    public required CircuitPlan Before { get; init; }

    /// <summary>The best change of each parameter, from near to health to far.</summary>
    public required ImmutableArray<CircuitPlan> Ranking { get; init; }

    /// <summary>What the parameters mean.</summary>
    public required ImmutableDictionary<string, string> Meanings { get; init; }

    /// <summary>Every place that was looked at: the parameter, its factor, the mean distance there.</summary>
    public required ImmutableArray<(string Parameter, double Factor, double Distance)> Visited { get; init; }

    /// <summary>Runs that were made.</summary>
    public required int Runs { get; init; }

    /// <summary>Whether the first of the ranking brings most trials into the healthy range.</summary>
    public bool IsRestored => !Ranking.IsEmpty && Ranking[0].Restored >= 0.5;
}
