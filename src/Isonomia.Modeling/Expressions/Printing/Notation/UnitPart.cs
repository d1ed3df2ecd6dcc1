using System.Text.RegularExpressions;
using Isonomia.Modeling.Units;

namespace Isonomia.Modeling.Expressions.Printing.Notation;

/// <summary>A unit of a compound, by its symbol, and its exponent: negative for what is divided by, "" for 1.</summary>
internal sealed partial record UnitPart(string Symbol, string Exponent)
{
    /// <summary>The parts of a unit as the language writes it: "uF/cm**2", "siemens/metre**2".</summary>
    public static UnitPart[] Split(string unit) => [.. Part().Matches(unit).Select(m => new UnitPart(
        SymbolOf(m.Groups["name"].Value), Exponential(m.Groups["sign"].Value, m.Groups["exponent"].Value)))];

    private static string SymbolOf(string name)
    {
        var symbol = name.Length > 3 && UnitTable.Find(name) is { } unit
            ? DimensionNames.Symbol(unit.Dimension) ?? name
            : name;
        return name is "ohm" ? "Ω" : symbol is ['u', _] or ['u', _, _] ? "µ" + symbol[1..] : symbol;
    }

    private static string Exponential(string sign, string exponent) => sign != "/" ? exponent
        : exponent.StartsWith('-') ? exponent[1..]
        : "-" + (exponent.Length == 0 ? "1" : exponent);

    [GeneratedRegex(
        @"(?<sign>[*/]?)(?<name>[A-Za-z]+)(\*\*(?<exponent>-?[0-9.]+))?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Part();
}
