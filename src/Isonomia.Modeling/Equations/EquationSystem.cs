using System.Collections.Immutable;
using Isonomia.Modeling.Syntax;

namespace Isonomia.Modeling.Equations;

/// <summary>The equations of a model, resolved and checked: every name known, every dimension right.</summary>
/// <param name="Equations">
/// The equations, states and parameters in the order written, each subexpression behind those it uses.
/// </param>
/// <param name="Symbols">Everything that may be named: states, subexpressions, parameters, inputs, built-ins.</param>
public sealed record EquationSystem(
    ImmutableArray<Equation> Equations, ImmutableSortedDictionary<string, Symbol> Symbols)
{
    /// <summary>The differential equations.</summary>
    public IEnumerable<Equation> States => Equations.Where(e => e.Kind == EquationKind.Differential);

    /// <summary>The subexpressions, each behind those it uses.</summary>
    public IEnumerable<Equation> Subexpressions => Equations.Where(e => e.Kind == EquationKind.Subexpression);

    /// <summary>The equation that defines a name, or null.</summary>
    /// <param name="name">A name.</param>
    public Equation? Find(string name) => Equations.FirstOrDefault(e => e.Name == name);
}
