using System.Collections.Immutable;
using Isonomia.Modeling.Equations;

namespace Isonomia.Simulation.Running;

/// <summary>Spikes that arrive at every cell of a population through a receptor.</summary>
/// <param name="OnSpike">What a spike does, in the names of the cell.</param>
/// <param name="Times">When spikes arrive at every cell, in seconds, ascending; empty for a Poisson process.</param>
/// <param name="Rate">The rate of a Poisson process, independent for each cell, in hertz.</param>
public sealed record SpikeInput(
    ImmutableArray<Assignment> OnSpike, ImmutableArray<double> Times, double Rate);
