namespace Isonomia.Modeling.Circuits;

/// <summary>Synapses from one population to one population.</summary>
public sealed record ProjectionModel
{
    /// <summary>
    /// Its name, unlike any other's: "E->I ampa"; the key of its random draws unless it shares others.
    /// </summary>
    public required string Name { get; init; }

    /// <summary>
    /// The name of another projection whose random draws this one has too, so that it consists of the same synapses:
    /// one connection that acts in two ways. Null for draws of its own.
    /// </summary>
    public string? DrawsOf { get; init; }

    /// <summary>The key of its random draws.</summary>
    public string Draws => DrawsOf ?? Name;

    /// <summary>Index of the source among the circuit's populations.</summary>
    public required int Source { get; init; }

    /// <summary>Index of the target among the circuit's populations.</summary>
    public required int Target { get; init; }

    /// <summary>
    /// The name of the target's <see cref="ArrivalPort"/> or <see cref="GradedPort"/> that it reaches.
    /// </summary>
    public required string Port { get; init; }

    /// <summary>Who is connected to whom.</summary>
    public required ConnectionRule Rule { get; init; }

    /// <summary>Whether a cell may project to itself; only where source and target are the same population.</summary>
    public bool Autapses { get; init; } = true;

    /// <summary>Whether two cells may have several synapses of this projection.</summary>
    public bool Multapses { get; init; } = true;

    /// <summary>The weights, in SI base units.</summary>
    public required SynapticValue Weight { get; init; }

    /// <summary>The delays in seconds; rounded to whole steps, at least one.</summary>
    public required SynapticValue Delay { get; init; }

    /// <summary>What each synapse keeps of its own; null for static synapses.</summary>
    public SynapseModel? Synapse { get; init; }
}
