using System.Collections.Immutable;
using Isonomia.Modeling.Integration;
using Isonomia.Simulation.Compilation;

namespace Isonomia.Simulation.Running;

/// <summary>How cells of one model are run.</summary>
public sealed record CellRunSettings
{
    /// <summary>How long to simulate, in seconds.</summary>
    public required double Duration { get; init; }

    /// <summary>The time step, in seconds.</summary>
    public required double Dt { get; init; }

    /// <summary>The seed of all randomness.</summary>
    public ulong Seed { get; init; }

    /// <summary>Number of cells; they do not touch each other.</summary>
    public int Size { get; init; } = 1;

    /// <summary>Threads to use; results do not depend on them.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Single precision unless asked otherwise.</summary>
    public Precision Precision { get; init; }

    /// <summary>How equations are stepped.</summary>
    public IntegrationMethod Integrator { get; init; }

    /// <summary>The variables to record, of all cells.</summary>
    public ImmutableArray<string> Probes { get; init; } = [];

    /// <summary>The interval between records, in seconds; every step unless given.</summary>
    public double? Every { get; init; }

    /// <summary>An input or parameter that differs from cell to cell; null where none does.</summary>
    public string? Varied { get; init; }

    /// <summary>Its value for each cell, in SI base units.</summary>
    public ImmutableArray<double> VariedValues { get; init; } = [];

    /// <summary>Spikes that arrive at the cells.</summary>
    public ImmutableArray<SpikeInput> SpikeInputs { get; init; } = [];

    /// <summary>The number of steps: the duration in whole steps, rounded to the nearest.</summary>
    public long Steps => (long)Math.Round(Duration / Dt);
}
