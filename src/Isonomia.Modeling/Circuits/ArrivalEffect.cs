using Isonomia.Modeling.Equations;
using Isonomia.Modeling.Expressions;

namespace Isonomia.Modeling.Circuits;

/// <summary>
/// State += Coefficient x (sum of the weights that arrive). The coefficient is read at the start of the step, as
/// <c>int(not_refractory)</c> is.
/// </summary>
/// <param name="State">A state of the composed cell.</param>
/// <param name="Coefficient">Of parameters, states and built-ins of the composed cell.</param>
public sealed record ArrivalEffect(Symbol State, Expression Coefficient);
