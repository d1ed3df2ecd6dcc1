using Isonomia.Modeling.Equations;
using Isonomia.Modeling.Syntax;

namespace Isonomia.Modeling.Description.Resolving;

/// <summary>Inputs that equations declare as Brian 2 does, "I_ext : amp", without a value for them.</summary>
internal static class Inputs
{
    private static readonly string[] Names = ["I_syn", "I_ext"];

    /// <summary>The system in which such declarations have become inputs.</summary>
    public static EquationSystem Of(EquationSystem system, IReadOnlyDictionary<string, Symbol> parameters)
    {
        foreach (var equation in system.Equations.Where(e => e.Kind == EquationKind.Parameter && Names.Contains(e.Name)
            && !parameters.ContainsKey(e.Name)))
        {
            system = new EquationSystem(
                system.Equations.Remove(equation),
                system.Symbols.SetItem(equation.Name, equation.Symbol with { Kind = SymbolKind.Input }));
        }

        return system;
    }
}
