using System.Collections.Immutable;

namespace Isonomia.Restoration.Circuits;

/// <summary>A compensating change and what became of the circuit with it.</summary>
/// <param name="Changes">Parameters and their factors; none for the condition as it is.</param>
/// <param name="Searched">How many places were looked at to find it.</param>
/// <param name="Measured">What was measured in each trial that played no part in the search.</param>
/// <param name="Distances">How far each of these was from health.</param>
public sealed record CircuitPlan(
    ImmutableArray<(string Parameter, double Factor)> Changes, int Searched, ImmutableArray<ImmutableArray<double>> Measured,
    ImmutableArray<double> Distances)
{
    /// <summary>The mean distance.</summary>
    public double ExpectedDistance => Distances.Average();

    /// <summary>The share of trials within the healthy limit.</summary>
    public double Restored => Distances.Count(d => d <= CircuitHealth.Limit) / (double)Distances.Length;

    /// <inheritdoc/>
    public override string ToString() => Changes.IsEmpty
        ? "nothing"
        : string.Join(" + ", Changes.Select(c => FormattableString.Invariant($"{c.Parameter} x{c.Factor:0.0000}")));
}
