using System.Collections.Immutable;
using Isonomia.Modeling.Equations;

namespace Isonomia.Modeling.Expressions.Analysis;

/// <summary>What the subexpressions of a system of equations stand for.</summary>
public static class Subexpressions
{
    /// <summary>
    /// Every subexpression with those it uses put in, ready for <see cref="Substitution"/>: what is left reads states,
    /// parameters, inputs and built-ins only.
    /// </summary>
    /// <param name="system">The equations.</param>
    /// <param name="isExpanded">
    /// Which subexpressions to put in; null for all. Others stay names and have no entry (an integrator leaves those
    /// that are constant over dt, as they do not follow the states within a step).
    /// </param>
    public static ImmutableDictionary<string, Expression> Of(
        EquationSystem system, Func<Equation, bool>? isExpanded = null)
    {
        ArgumentNullException.ThrowIfNull(system);
        var known = ImmutableDictionary.CreateBuilder<string, Expression>(StringComparer.Ordinal);
        foreach (var equation in system.Subexpressions)
        {
            if (isExpanded is null || isExpanded(equation))
                known[equation.Name] = Substitution.Replace(equation.Right!, known);
        }

        return known.ToImmutable();
    }

    /// <summary>The system with its subexpressions put into all right sides and noise factors, and gone themselves.</summary>
    /// <param name="system">The equations.</param>
    /// <param name="isExpanded">Which subexpressions to put in; null for all. Others are kept.</param>
    public static EquationSystem Expand(EquationSystem system, Func<Equation, bool>? isExpanded = null)
    {
        var known = Of(system, isExpanded);
        var kept = system.Equations.Where(e => !known.ContainsKey(e.Name)).Select(e => e with
        {
            Right = e.Right is null ? null : Substitution.Replace(e.Right, known),
            Noise = e.Noise.ToImmutableSortedDictionary(
                n => n.Key, n => Substitution.Replace(n.Value, known), StringComparer.Ordinal),
        });
        return new EquationSystem([.. kept], system.Symbols.RemoveRange(known.Keys));
    }
}
