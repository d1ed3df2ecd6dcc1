using System.Collections.Immutable;
using Isonomia.Modeling.Expressions;

namespace Isonomia.Modeling.Models;

/// <summary>An experiment on a model and what it must give, resolved and checked. Times are in seconds.</summary>
public sealed record ModelTest
{
    /// <summary>Where the expected numbers come from.</summary>
    public string? Source { get; init; }

    /// <summary>
    /// The current I_ext of a cell, an expression of t and parameters; null for the model's own input.
    /// </summary>
    public Expression? Input { get; init; }

    /// <summary>The times at which spikes reach a receptor.</summary>
    public ImmutableArray<double> Events { get; init; } = [];

    /// <summary>The weight of a receptor's synapse in SI base units.</summary>
    public double Weight { get; init; }

    /// <summary>The membrane potential at which a receptor is held, in SI base units.</summary>
    public double Potential { get; init; }

    /// <summary>Parameters that are changed for the test.</summary>
    public ImmutableSortedDictionary<string, Expression> Parameters { get; init; } =
        ImmutableSortedDictionary.Create<string, Expression>(StringComparer.Ordinal);

    /// <summary>Initial values that are changed for the test.</summary>
    public ImmutableSortedDictionary<string, Expression> Initial { get; init; } =
        ImmutableSortedDictionary.Create<string, Expression>(StringComparer.Ordinal);

    /// <summary>How long it runs.</summary>
    public required double Duration { get; init; }

    /// <summary>The time before which nothing counts.</summary>
    public double After { get; init; }

    /// <summary>The time step; null to leave it to the model or the run.</summary>
    public double? Dt { get; init; }

    /// <summary>What is expected.</summary>
    public required ImmutableArray<Expectation> Expectations { get; init; }
}
