using System.Collections.Immutable;

namespace Isonomia.Modeling.Equations;

/// <summary>What the equations of a field read besides their own states: other regions, and what was before.</summary>
/// <param name="Couplings">The names by which they read what other regions send.</param>
public sealed record FieldInputs(ImmutableArray<string> Couplings)
{
    /// <summary>Takes what delay(x, tau) stands for, by the name of its symbol.</summary>
    public IDictionary<string, DelayedValue> Delays { get; } =
        new SortedDictionary<string, DelayedValue>(StringComparer.Ordinal);
}
