using System.Collections.Immutable;
using Isonomia.Modeling.Expressions;

namespace Isonomia.Modeling.Circuits;

/// <summary>When a population that only sends spikes does so.</summary>
public abstract record SpikeSource
{
    private SpikeSource()
    {
    }

    /// <summary>
    /// Each cell a Poisson process of its own (at most one spike a step) at a rate, an expression of t and i, in hertz.
    /// </summary>
    public sealed record Poisson(Expression Rate) : SpikeSource;

    /// <summary>Spikes listed: times in seconds, ascending, and the cell of each.</summary>
    public sealed record Listed(ImmutableArray<double> Times, ImmutableArray<int> Cells) : SpikeSource;
}
