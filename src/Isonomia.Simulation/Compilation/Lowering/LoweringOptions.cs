using System.Collections.Immutable;

namespace Isonomia.Simulation.Compilation.Lowering;

/// <summary>What the code of a cell depends on besides its model.</summary>
/// <param name="Precision">The element type.</param>
/// <param name="PerCell">Parameters that have a value for each cell.</param>
/// <param name="Inputs">Inputs that something supplies; the others are zero.</param>
/// <param name="Arrivals">Where spikes arrive.</param>
internal sealed record LoweringOptions(
    Precision Precision, ImmutableSortedSet<string> PerCell, ImmutableSortedSet<string> Inputs,
    ImmutableArray<ArrivalInput> Arrivals);
