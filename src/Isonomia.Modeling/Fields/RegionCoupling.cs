using Isonomia.Modeling.Equations;
using Isonomia.Modeling.Expressions;

namespace Isonomia.Modeling.Fields;

/// <summary>
/// What a region receives from others: the sum over regions j of weight_ij times the source's value one conduction
/// delay ago.
/// </summary>
/// <param name="Input">The input by which the equations read it.</param>
/// <param name="Source">What a source sends: an expression of its states, subexpressions and parameters.</param>
public sealed record RegionCoupling(Symbol Input, Expression Source);
