using System.Collections.Immutable;
using Isonomia.Simulation.Fields.Forward;

namespace Isonomia.Simulation.Results;

/// <summary>A finished run and what is needed to repeat it.</summary>
public sealed record RunResult
{
    /// <summary>The name of the model.</summary>
    public required string Model { get; init; }

    /// <summary>The seed of all randomness.</summary>
    public required ulong Seed { get; init; }

    /// <summary>The time step, in seconds.</summary>
    public required double Dt { get; init; }

    /// <summary>How long was simulated, in seconds.</summary>
    public required double Duration { get; init; }

    /// <summary>Threads used; results do not depend on them.</summary>
    public required int Threads { get; init; }

    /// <summary>Wall-clock seconds from the model to the first step.</summary>
    public required double BuildSeconds { get; init; }

    /// <summary>Wall-clock seconds of stepping.</summary>
    public required double RunSeconds { get; init; }

    /// <summary>The largest working set of the process, in bytes.</summary>
    public required long PeakBytes { get; init; }

    /// <summary>Number of synapses.</summary>
    public long Synapses { get; init; }

    /// <summary>Bytes that the synapses take.</summary>
    public long SynapseBytes { get; init; }

    /// <summary>How finely weights are kept, for each port at which spikes arrive.</summary>
    public ImmutableArray<WeightResolution> Resolutions { get; init; } = [];

    /// <summary>How the equations of each population were stepped.</summary>
    public ImmutableArray<RunChoice> Choices { get; init; } = [];

    /// <summary>
    /// How long was asked for, in seconds, where the run was stopped before; <see cref="Duration"/> is then what was
    /// simulated. Null for a run that came to its end.
    /// </summary>
    public double? InterruptedOf { get; init; }

    /// <summary>What each population did.</summary>
    public required ImmutableArray<PopulationResult> Populations { get; init; }

    /// <summary>What was recorded.</summary>
    public ImmutableArray<ProbeResult> Probes { get; init; } = [];

    /// <summary>The BOLD of a field's regions; null where it was not asked for.</summary>
    public BoldRecord? Bold { get; init; }

    /// <summary>Wall-clock seconds per simulated second.</summary>
    public double RealTimeFactor => RunSeconds / Duration;
}
