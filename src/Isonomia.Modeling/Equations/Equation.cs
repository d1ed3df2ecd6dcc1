using System.Collections.Immutable;
using Isonomia.Modeling.Expressions;
using Isonomia.Modeling.Syntax;

namespace Isonomia.Modeling.Equations;

/// <summary>One equation of a model, resolved and checked.</summary>
/// <param name="Symbol">What it defines.</param>
/// <param name="Kind">Differential equation, subexpression or parameter.</param>
/// <param name="Right">
/// The right side: of a subexpression its value, of a differential equation the drift (all that is not noise); null for
/// a parameter. It may refer to subexpressions by name.
/// </param>
/// <param name="Noise">
/// For each noise ("" for xi, "x" for xi_x) the factor it is multiplied by; empty without noise.
/// </param>
/// <param name="Flags">Its flags.</param>
public sealed record Equation(
    Symbol Symbol, EquationKind Kind, Expression? Right, ImmutableSortedDictionary<string, Expression> Noise,
    EquationFlags Flags)
{
    /// <summary>The name of what it defines.</summary>
    public string Name => Symbol.Name;
}
