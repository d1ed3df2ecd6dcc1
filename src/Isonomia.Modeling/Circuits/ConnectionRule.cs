using System.Collections.Immutable;

namespace Isonomia.Modeling.Circuits;

/// <summary>Who is connected to whom.</summary>
public abstract record ConnectionRule
{
    private ConnectionRule()
    {
    }

    /// <summary>Each pair with this probability, independently.</summary>
    public sealed record Probability(double Value) : ConnectionRule;

    /// <summary>Each target has this many synapses, from sources drawn evenly.</summary>
    public sealed record InDegree(int Count) : ConnectionRule;

    /// <summary>Each source has this many synapses, to targets drawn evenly.</summary>
    public sealed record OutDegree(int Count) : ConnectionRule;

    /// <summary>This many synapses in all, each between a source and a target drawn evenly.</summary>
    public sealed record TotalNumber(long Count) : ConnectionRule;

    /// <summary>Cell i to cell i; both populations are of one size.</summary>
    public sealed record OneToOne : ConnectionRule;

    /// <summary>Each to each.</summary>
    public sealed record AllToAll : ConnectionRule;

    /// <summary>
    /// Each pair with a probability that depends on its distance: Peak x kernel(distance), independently; none beyond
    /// Cutoff.
    /// </summary>
    public sealed record Distance(DistanceKernel Kernel, double Peak, double Width, double? Cutoff) : ConnectionRule;

    /// <summary>Listed one by one; weights and delays too where given (same order, SI base units).</summary>
    public sealed record Listed(
        ImmutableArray<int> Sources, ImmutableArray<int> Targets, ImmutableArray<double> Weights,
        ImmutableArray<double> Delays) : ConnectionRule;
}
