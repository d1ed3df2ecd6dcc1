using System.Collections.Immutable;
using Isonomia.Modeling.Equations;
using Isonomia.Modeling.Units;

namespace Isonomia.Modeling.Circuits;

/// <summary>
/// Where spikes arrive at a population: one receptor of it. Spikes that arrive in the same step add: only the sum of
/// their weights counts. It is added at the end of the step in which they arrive, before the threshold is tested.
/// </summary>
/// <param name="Name">The receptor's alias: "ampa".</param>
/// <param name="Weight">The dimension of a weight.</param>
/// <param name="Effects">What the sum does.</param>
public sealed record ArrivalPort(string Name, Dimension Weight, ImmutableArray<ArrivalEffect> Effects);
