using System.Collections.Immutable;
using Isonomia.Modeling.Expressions;
using Isonomia.Modeling.Models;
using Isonomia.Modeling.Units;

namespace Isonomia.Modeling.Circuits.Resolving;

/// <summary>A population while what acts on its cells is put on them.</summary>
internal sealed class PopulationDraft
{
    public required string Name { get; init; }

    /// <summary>Its place among the populations.</summary>
    public required int Index { get; init; }

    /// <summary>The number of cells; null where that is wrong.</summary>
    public required int? Size { get; init; }

    public string? Class { get; init; }

    public string? Layer { get; init; }

    /// <summary>The values that projections and stimuli read; null for one that is wrong.</summary>
    public ImmutableArray<(string Name, Quantity? Value)> Values { get; set; } = [];

    /// <summary>The cell without what acts on it; null for sources of spikes, or after an error.</summary>
    public CellModel? Base { get; set; }

    /// <summary>The cell with what has been put on it so far.</summary>
    public CellModel? Cell { get; set; }

    public SpikeSource? Spikes { get; set; }

    /// <summary>Whether it has cells, even if those are wrong.</summary>
    public bool HasCells { get; init; }

    public ImmutableSortedDictionary<string, ImmutableArray<double>> Listed { get; set; } =
        ImmutableSortedDictionary.Create<string, ImmutableArray<double>>(StringComparer.Ordinal);

    public PopulationSpace? Space { get; set; }

    public List<ArrivalPort> Arrivals { get; } = [];

    public List<GradedPort> Graded { get; } = [];

    /// <summary>The receptors on its cells, by what tells them apart.</summary>
    public Dictionary<string, PlacedReceptor?> Receptors { get; } = new(StringComparer.Ordinal);

    /// <summary>The states of receptors that its cells keep for their targets: what they are called by.</summary>
    public Dictionary<string, string> Gates { get; } = new(StringComparer.Ordinal);

    /// <summary>Puts the initial values on the cells, once everything else is there.</summary>
    public Action? AtStart { get; set; }

    /// <summary>The population as the engine gets it.</summary>
    public PopulationModel Finish() => new()
    {
        Name = Name,
        Size = Size ?? 0,
        Class = Class,
        Layer = Layer,
        Cell = Cell,
        Spikes = Spikes,
        Listed = Listed,
        Arrivals = [.. Arrivals],
        Graded = [.. Graded],
        Space = Space,
        Currents = [.. Receptors.Values.OfType<PlacedReceptor>().Select(r => r.Contribution())
            .OfType<ReceptorCurrent>()],
    };
}
