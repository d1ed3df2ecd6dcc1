using System.Collections.Immutable;
using Isonomia.Simulation.Results;

namespace Isonomia.Restoration.Circuits;

/// <summary>What a circuit is for, by which its health is judged: what is measured in a run, and what may be turned.</summary>
public abstract class CircuitTask
{
    /// <summary>What it is, in words.</summary>
    public abstract string Meaning { get; }

    /// <summary>The names of what is measured, with units.</summary>
    public abstract ImmutableArray<(string Name, string Unit)> Measures { get; }

    /// <summary>Parameters that may be turned unless others are named; empty where none are known.</summary>
    public abstract ImmutableArray<CircuitKnob> Knobs { get; }

    /// <summary>How long a run is, in seconds; null for what the circuit asks for.</summary>
    public virtual double? Duration => null;

    /// <summary>Measures a run.</summary>
    /// <param name="run">The run, with the spikes of all populations.</param>
    public abstract double[] Measure(RunResult run);

    /// <summary>The task of a circuit: that of its paper, or else to fire as it does.</summary>
    /// <param name="circuit">The circuit's name in the library.</param>
    /// <param name="populations">Its populations.</param>
    public static CircuitTask Of(string circuit, IReadOnlyList<string> populations) =>
        circuit == MemoryTask.Circuit ? new MemoryTask() : new FiringTask(populations);
}
