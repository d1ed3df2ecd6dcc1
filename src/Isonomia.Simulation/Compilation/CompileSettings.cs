using System.Collections.Immutable;

namespace Isonomia.Simulation.Compilation;

/// <summary>What the code of a cell shall be.</summary>
public sealed record CompileSettings
{
    /// <summary>The numbers in which states are kept and stepped.</summary>
    public Precision Precision { get; init; }

    /// <summary>How many cells are stepped at once; the results do not depend on it.</summary>
    public LaneWidth Width { get; init; }

    /// <summary>
    /// Parameters that have a value for each cell, besides those whose own values differ between cells (draws, i).
    /// </summary>
    public ImmutableSortedSet<string> PerCell { get; init; } =
        ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    /// <summary>Where spikes arrive.</summary>
    public ImmutableArray<ArrivalInput> Arrivals { get; init; } = [];

    /// <summary>Inputs (I_syn, I_ext) that something supplies; the others are zero and cost nothing.</summary>
    public ImmutableSortedSet<string> Inputs { get; init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);
}
