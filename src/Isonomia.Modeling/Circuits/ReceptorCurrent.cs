using Isonomia.Modeling.Expressions;

namespace Isonomia.Modeling.Circuits;

/// <summary>
/// The current (and conductance) that one receptor contributes to a cell, in the names of the composed cell.
/// </summary>
/// <param name="Alias">The receptor's alias on the cell: "ampa".</param>
/// <param name="FromClass">
/// The class of the populations whose projections reach it ("E", "I", ...); null for several or none.
/// </param>
/// <param name="Current">The current, positive where it depolarises.</param>
/// <param name="Conductance">The conductance (what multiplies E - v); null for receptors of currents.</param>
public sealed record ReceptorCurrent(string Alias, string? FromClass, Expression Current, Expression? Conductance);
