using System.Collections.Immutable;
using Isonomia.Modeling.Equations;

namespace Isonomia.Simulation.Running;

/// <summary>Spikes that arrive at every cell of a population through a receptor.</summary>
/// <param name="OnSpike">What a spike does, in the names of the cell; it reads the weight.</param>
/// <param name="WeightSymbol">The weight that it reads.</param>
/// <param name="Weight">The weight's value, in SI base units.</param>
/// <param name="Times">When spikes arrive at every cell, in seconds, ascending; empty for a Poisson process.</param>
/// <param name="Rate">The rate of a Poisson process, independent for each cell, in hertz.</param>
public sealed record SpikeInput(
    ImmutableArray<Assignment> OnSpike, Symbol WeightSymbol, double Weight, ImmutableArray<double> Times, double Rate);
