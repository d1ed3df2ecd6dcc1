using Isonomia.Modeling.Units;

namespace Isonomia.Simulation.Results;

/// <summary>
/// How finely the weights that arrive at a port are kept: sums are whole multiples of a step, so that they do not
/// depend on the order in which spikes arrive.
/// </summary>
/// <param name="Population">The population's name.</param>
/// <param name="Port">The port's name.</param>
/// <param name="Dimension">The dimension of a weight.</param>
/// <param name="Step">The step, in SI base units.</param>
/// <param name="Format">How synapses are kept, for people: "16-bit weights", "double precision".</param>
public sealed record WeightResolution(string Population, string Port, Dimension Dimension, double Step, string Format);
