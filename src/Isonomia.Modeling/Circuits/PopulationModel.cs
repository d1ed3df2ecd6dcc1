using System.Collections.Immutable;
using Isonomia.Modeling.Models;

namespace Isonomia.Modeling.Circuits;

/// <summary>
/// Cells of one kind, or sources of spikes. What reaches the cells (receptors, gates, currents) has been put on the
/// cell model already, so that stepping it and adding what arrives at its ports is all there is to do.
/// </summary>
public sealed record PopulationModel
{
    /// <summary>Its name; part of the key of its random draws.</summary>
    public required string Name { get; init; }

    /// <summary>The number of cells.</summary>
    public required int Size { get; init; }

    /// <summary>"E", "I", "PV", "SST", "VIP", ...; null where the circuit does not say.</summary>
    public string? Class { get; init; }

    /// <summary>Layer or region; null where the circuit does not say.</summary>
    public string? Layer { get; init; }

    /// <summary>The cell with all that acts on it; null for a population that only sends spikes.</summary>
    public CellModel? Cell { get; init; }

    /// <summary>When a population that only sends spikes does so; null for cells.</summary>
    public SpikeSource? Spikes { get; init; }

    /// <summary>
    /// Parameters (or initial values of states) of the cell that are listed: a value for each cell, in SI base units.
    /// Those drawn from distributions are expressions with draws in the cell itself.
    /// </summary>
    public ImmutableSortedDictionary<string, ImmutableArray<double>> Listed { get; init; } =
        ImmutableSortedDictionary.Create<string, ImmutableArray<double>>(StringComparer.Ordinal);

    /// <summary>Where spikes arrive.</summary>
    public ImmutableArray<ArrivalPort> Arrivals { get; init; } = [];

    /// <summary>What is summed over sources at every step.</summary>
    public ImmutableArray<GradedPort> Graded { get; init; } = [];

    /// <summary>Where its cells are; null without a place.</summary>
    public PopulationSpace? Space { get; init; }

    /// <summary>The currents of its receptors.</summary>
    public ImmutableArray<ReceptorCurrent> Currents { get; init; } = [];
}
