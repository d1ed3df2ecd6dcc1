using System.Collections.Immutable;
using Isonomia.Modeling.Equations;
using Isonomia.Modeling.Expressions;
using Isonomia.Modeling.Syntax;

namespace Isonomia.Modeling.Composition;

/// <summary>Puts equations into a system, each subexpression behind those it uses.</summary>
internal static class EquationMerge
{
    /// <summary>The system with equations added; an added one replaces an input or parameter of its name.</summary>
    public static EquationSystem With(EquationSystem system, IEnumerable<Equation> added)
    {
        var all = added.ToList();
        var names = all.Select(e => e.Name).ToHashSet();
        all.AddRange(system.Equations.Where(e => !names.Contains(e.Name)));
        var symbols = system.Symbols.ToBuilder();
        foreach (var equation in all)
            symbols[equation.Name] = equation.Symbol;

        var pending = all.Where(e => e.Kind == EquationKind.Subexpression).ToDictionary(e => e.Name);
        var ordered = ImmutableArray.CreateBuilder<Equation>(all.Count);
        foreach (var equation in all)
        {
            if (equation.Kind == EquationKind.Subexpression)
                Place(equation);
            else
                ordered.Add(equation);
        }

        return new EquationSystem(ordered.ToImmutable(), symbols.ToImmutable());

        // No circles arise: what is added uses states, parameters and t of the system, or what is added with it.
        void Place(Equation equation)
        {
            if (!pending.Remove(equation.Name))
                return;
            foreach (var name in FreeVariables.Of(equation.Right!))
            {
                if (pending.TryGetValue(name, out var used))
                    Place(used);
            }

            ordered.Add(equation);
        }
    }
}
