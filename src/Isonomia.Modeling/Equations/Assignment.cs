using Isonomia.Modeling.Expressions;

namespace Isonomia.Modeling.Equations;

/// <summary>
/// One step of a straight-line program: the target takes the value, and what follows reads the new value. Resets,
/// synaptic events and integration steps are lists of these; "w += b" arrives as w = w + b.
/// </summary>
/// <param name="Target">What is assigned: a state or parameter, or a temporary of this list.</param>
/// <param name="Value">The value.</param>
public sealed record Assignment(Symbol Target, Expression Value);
