using System.Collections.Frozen;
using Isonomia.Modeling.Diagnostics;
using Isonomia.Modeling.Equations.Typing;
using Isonomia.Modeling.Units;

namespace Isonomia.Modeling.Equations.Advising;

/// <summary>Guesses what a name that is not known was meant to be.</summary>
internal static class Names
{
    // What is written elsewhere for what is here.
    private static readonly FrozenDictionary<string, string> elsewhere = new Dictionary<string, string>(
        StringComparer.Ordinal)
    {
        ["celsius"] = "temperatures are in kelvin: 37*kelvin + zero_celsius",
        ["degC"] = "temperatures are in kelvin: 37*kelvin + zero_celsius",
        ["msec"] = "did you mean 'ms'?",
        ["sec"] = "did you mean 'second'?",
        ["seconds"] = "did you mean 'second'?",
        ["minute"] = "write 60*second",
        ["hour"] = "write 3600*second",
        ["day"] = "write 86400*second",
        ["PI"] = "did you mean 'pi'?",
        ["Pi"] = "did you mean 'pi'?",
        ["true"] = "did you mean 'True'?",
        ["false"] = "did you mean 'False'?",
        ["infinity"] = "did you mean 'inf'?",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly (string Word, string Symbol)[] prefixes =
    [
        ("milli", "m"), ("micro", "u"), ("nano", "n"), ("pico", "p"), ("femto", "f"), ("kilo", "k"), ("mega", "M"),
        ("giga", "G"),
    ];

    private static readonly (string Word, string Symbol)[] units =
    [
        ("second", "s"), ("sec", "s"), ("volt", "V"), ("amp", "A"), ("ampere", "A"), ("siemens", "S"), ("farad", "F"),
        ("ohm", "ohm"), ("hertz", "Hz"), ("metre", "m"), ("meter", "m"), ("molar", "M"),
    ];

    /// <summary>A sentence that helps with an unknown name.</summary>
    public static string Hint(string name, Scope scope)
    {
        if (elsewhere.TryGetValue(name, out var known))
            return known;
        if (name is "I" or "Iapp" or "I_app" or "I_stim" or "I_inj" or "I_input" && !scope.Symbols.Contains(name)
            && scope.TryFind("I_ext", out var input) && input.Kind == SymbolKind.Input)
        {
            return "define it as a parameter or in an equation; an input from outside is called I_ext";
        }

        if (name.Length > 1 && name[0] == 'd' && scope.TryFind(name[1..], out var state)
            && state.Kind == SymbolKind.State)
        {
            return $"a derivative stands on the left only; write what {name}/dt is";
        }

        if (Spelt(name) is { } unit)
            return $"did you mean '{unit}'?";
        var sameLetters = scope.Names.Concat(UnitTable.CommonNames)
            .Where(n => string.Equals(n, name, StringComparison.OrdinalIgnoreCase));
        return NearestName.Hint(name, sameLetters) ?? NearestName.Hint(name, scope.Names) ?? NearestUnit(name)
            ?? "define it as a parameter or in an equation";
    }

    // milliseconds is ms, volts are volt.
    private static string? Spelt(string name)
    {
        var prefix = Array.Find(prefixes, p => name.StartsWith(p.Word, StringComparison.OrdinalIgnoreCase));
        var word = name[(prefix.Word?.Length ?? 0)..];
        var unit = Array.Find(units, u => string.Equals(u.Word, word, StringComparison.OrdinalIgnoreCase)
            || string.Equals(u.Word + "s", word, StringComparison.OrdinalIgnoreCase));
        return unit.Word is null ? null : prefix.Word is null ? UnitTable.Find(unit.Word) is null ? null : unit.Word
            : prefix.Symbol + unit.Symbol;
    }

    /// <summary>"did you mean" for a unit, the commonest first; null where none is near.</summary>
    public static string? NearestUnit(string name) => NearestName.Hint(name, UnitTable.CommonNames)
        ?? NearestName.Hint(name, UnitTable.EverydayNames);
}
