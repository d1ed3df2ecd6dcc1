using Isonomia.Modeling.Equations.Typing;
using Isonomia.Modeling.Units;

namespace Isonomia.Modeling.Equations;

/// <summary>The names that no variable or parameter may have, because they mean something else already.</summary>
public static class ReservedNames
{
    /// <summary>What a name means already, so that no variable or parameter may have it; null where one may.</summary>
    /// <param name="name">A name.</param>
    /// <param name="context">Whose variable it would be.</param>
    /// <returns>A sentence for people: "'exp' is a function".</returns>
    public static string? Meaning(string name, EquationContext context = EquationContext.Cell)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (name.StartsWith('_'))
            return $"'{name}' begins with '_', which is kept for internal use";
        if (name == "xi" || name.StartsWith("xi_", StringComparison.Ordinal))
            return $"'{name}' is white noise";
        if (name != "lastupdate" && BuiltIns.Of(context).Any(b => b.Name == name))
            return $"'{name}' is built in";
        if (name is "True" or "False" or "and" or "or" or "not")
            return $"'{name}' is a word of the language";
        if (Functions.IsKnown(name))
            return $"'{name}' is a function";
        if (PhysicalConstants.IsReserved(name))
            return $"'{name}' is a mathematical constant";
        return UnitTable.IsReserved(name) ? $"'{name}' is a unit" : null;
    }
}
