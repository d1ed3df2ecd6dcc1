using System.Collections.Immutable;
using Isonomia.Modeling.Expressions;

namespace Isonomia.Modeling.Circuits;

/// <summary>Spikes from outside that arrive at cells without passing through a projection.</summary>
public sealed record StimulusModel
{
    /// <summary>Its name, unlike any other's; the key of its random draws.</summary>
    public required string Name { get; init; }

    /// <summary>Index of the target among the circuit's populations.</summary>
    public required int Target { get; init; }

    /// <summary>The target's <see cref="ArrivalPort"/>.</summary>
    public required string Port { get; init; }

    /// <summary>The weight of each spike in SI base units.</summary>
    public required double Weight { get; init; }

    /// <summary>
    /// The rate at which spikes arrive at each cell (the sum over its sources), an expression of t only, in hertz; each
    /// cell has a Poisson process of its own. Null for listed spikes.
    /// </summary>
    public Expression? Rate { get; init; }

    /// <summary>Times of listed spikes in seconds, ascending.</summary>
    public ImmutableArray<double> Times { get; init; } = [];

    /// <summary>The cell of each listed spike; empty where each arrives at all of <see cref="Cells"/>.</summary>
    public ImmutableArray<int> SpikeCells { get; init; } = [];

    /// <summary>The cells it reaches, ascending; null for all.</summary>
    public ImmutableArray<int>? Cells { get; init; }

    /// <summary>When it begins, in seconds.</summary>
    public double Start { get; init; }

    /// <summary>When it ends, in seconds.</summary>
    public double Stop { get; init; } = double.PositiveInfinity;
}
