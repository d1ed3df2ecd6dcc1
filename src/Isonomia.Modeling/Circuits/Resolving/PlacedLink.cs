using System.Collections.Immutable;

namespace Isonomia.Modeling.Circuits.Resolving;

/// <summary>A receptor as one pair of populations reaches it.</summary>
/// <param name="Receptor">The receptor on the target's cells.</param>
/// <param name="Ports">The ports of the target that its synapses go to: the same synapses to each.</param>
internal sealed record PlacedLink(PlacedReceptor Receptor, ImmutableArray<string> Ports)
{
    /// <summary>Whether what goes there is summed at every step.</summary>
    public bool IsGraded { get; init; }
}
