using System.Text.RegularExpressions;

namespace Isonomia.Modeling.Expressions.Printing.Notation;

/// <summary>A unit of a compound: with the "*" or "/" before it (none before the first) and its exponent, if any.</summary>
internal sealed partial record UnitPart(string Sign, string Name, string Exponent)
{
    /// <summary>The parts of a unit as the language writes it: "uF/cm**2".</summary>
    public static UnitPart[] Split(string unit) => [.. Part().Matches(unit).Select(m => new UnitPart(
        m.Groups["sign"].Value, Micro(m.Groups["name"].Value), m.Groups["exponent"].Value))];

    private static string Micro(string name) => name.Length is 2 or 3 && name[0] == 'u' ? "µ" + name[1..] : name;

    [GeneratedRegex(
        @"(?<sign>[*/]?)(?<name>[A-Za-z]+)(\*\*(?<exponent>-?[0-9.]+))?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Part();
}
