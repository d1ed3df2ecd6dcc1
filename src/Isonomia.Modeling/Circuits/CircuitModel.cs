using System.Collections.Immutable;

namespace Isonomia.Modeling.Circuits;

/// <summary>
/// A network of spiking cells, resolved and checked: everything is known by value but the parameters of cells, which
/// are bound when it is run. Immutable.
/// </summary>
public sealed record CircuitModel
{
    /// <summary>Its name: "brunel2000".</summary>
    public required string Name { get; init; }

    /// <summary>What it is, for people.</summary>
    public string? Description { get; init; }

    /// <summary>The paper it comes from, with its DOI.</summary>
    public string? Source { get; init; }

    /// <summary>The circuit's own parameters with the values they have, in SI base units, by name.</summary>
    public ImmutableSortedDictionary<string, double> Parameters { get; init; } =
        ImmutableSortedDictionary.Create<string, double>(StringComparer.Ordinal);

    /// <summary>The time step in seconds.</summary>
    public required double Dt { get; init; }

    /// <summary>How long it runs unless asked otherwise, in seconds.</summary>
    public required double Duration { get; init; }

    /// <summary>The seed of all randomness unless asked otherwise.</summary>
    public ulong Seed { get; init; }

    /// <summary>Its populations, in the order written.</summary>
    public required ImmutableArray<PopulationModel> Populations { get; init; }

    /// <summary>Its projections, each from one population to one population.</summary>
    public ImmutableArray<ProjectionModel> Projections { get; init; } = [];

    /// <summary>Spikes from outside. (Currents are equations of the cells already.)</summary>
    public ImmutableArray<StimulusModel> Stimuli { get; init; } = [];

    /// <summary>What is recorded.</summary>
    public ImmutableArray<ProbeModel> Probes { get; init; } = [];

    /// <summary>The files and models of the library that its description names, each once.</summary>
    public ImmutableArray<CircuitReference> References { get; init; } = [];
}
