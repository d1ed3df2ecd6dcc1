using Isonomia.Modeling.Integration;
using Isonomia.Simulation.Compilation;

namespace Isonomia.Simulation.Circuits;

/// <summary>How a circuit is run. Results depend on neither the number of threads nor the width of vectors.</summary>
public sealed record CircuitRunSettings
{
    /// <summary>How long to simulate, in seconds; null for what the circuit asks for.</summary>
    public double? Duration { get; init; }

    /// <summary>The time step in seconds; null for what the circuit asks for.</summary>
    public double? Dt { get; init; }

    /// <summary>The seed of all randomness; null for what the circuit asks for.</summary>
    public ulong? Seed { get; init; }

    /// <summary>Threads to use at most: fewer go on where those are faster.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>The numbers in which states are kept and stepped.</summary>
    public Precision Precision { get; init; }

    /// <summary>How many cells are stepped at once.</summary>
    public LaneWidth Width { get; init; }

    /// <summary>How equations are stepped, whatever the cells say; null to leave it to them.</summary>
    public IntegrationMethod? Integrator { get; init; }

    /// <summary>
    /// The folder where what is recorded goes as soon as it is much, made when it is needed; null to keep all in memory.
    /// What is kept there vanishes with the process: results are read from it and written elsewhere.
    /// </summary>
    public string? Spool { get; init; }

    /// <summary>The most memory that may be taken, in bytes; null for what the machine has.</summary>
    public long? MostBytes { get; init; }
}
