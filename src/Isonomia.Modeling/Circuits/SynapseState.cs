using Isonomia.Modeling.Equations;
using Isonomia.Modeling.Expressions;

namespace Isonomia.Modeling.Circuits;

/// <summary>A state of each synapse.</summary>
/// <param name="Symbol">Its name and dimension.</param>
/// <param name="Rate">
/// Its derivative, linear in the state and in other states of the synapse, with coefficients of parameters; null for a
/// variable that only events change.
/// </param>
/// <param name="Initial">Its value at the start, of parameters, perhaps with draws.</param>
public sealed record SynapseState(Symbol Symbol, Expression? Rate, Expression Initial);
