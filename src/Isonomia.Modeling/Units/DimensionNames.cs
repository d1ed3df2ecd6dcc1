namespace Isonomia.Modeling.Units;

/// <summary>Names dimensions as people in the field do: volt, siemens/metre^2, 1/second.</summary>
public static class DimensionNames
{
    // Those that come first are preferred. What measures the same under another name (becquerel, gray) is not here.
    private static readonly (string Name, string Symbol, Dimension Dimension)[] named = [.. new[]
    {
        ("volt", "V"), ("ampere", "A"), ("siemens", "S"), ("farad", "F"), ("second", "s"), ("hertz", "Hz"),
        ("ohm", "ohm"), ("coulomb", "C"), ("metre", "m"), ("kelvin", "K"), ("mole", "mol"), ("joule", "J"),
        ("watt", "W"), ("newton", "N"), ("pascal", "Pa"), ("kilogram", "g"), ("candela", "cd"), ("tesla", "T"),
        ("henry", "H"), ("mmolar", "M"), ("katal", "kat"),
    }.Select(n => (n.Item1, n.Item2, UnitTable.Find(n.Item1)!.Dimension))];

    // What densities, rates and slopes are taken per, as often as people do.
    private static readonly (string Name, Dimension Dimension, double Exponent)[] divisors = [.. new[]
    {
        ("metre", 2.0), ("second", 1), ("metre", 1), ("metre", 3), ("volt", 1), ("second", 2), ("second", 0.5),
        ("second", 1.5),
        ("mole", 1), ("kelvin", 1), ("mmolar", 1), ("volt", 2), ("ampere", 1), ("coulomb", 1), ("siemens", 1),
        ("farad", 1), ("kilogram", 1),
    }.Select(d => (d.Item1, UnitTable.Find(d.Item1)!.Dimension, d.Item2))];

    /// <summary>The name of a dimension: "volt", "siemens/metre^2", "1 (no unit)".</summary>
    /// <param name="dimension">A dimension.</param>
    public static string Describe(Dimension dimension) => dimension.IsNone ? "1 (no unit)" : Spell(dimension, "^");

    /// <summary>
    /// The unit of a dimension as it is written behind the colon of an equation: "volt", "siemens/metre**2", "1".
    /// </summary>
    /// <param name="dimension">A dimension.</param>
    public static string Declare(Dimension dimension) => dimension.IsNone ? "1" : Spell(dimension, "**");

    /// <summary>The symbol that prefixes are put before, or null for a compound: "V", "M" (molar), "g".</summary>
    /// <param name="dimension">A dimension.</param>
    internal static string? Symbol(Dimension dimension) =>
        Array.Find(named, n => n.Dimension == dimension).Symbol;

    private static string Spell(Dimension dimension, string power)
    {
        if (Array.Find(named, n => n.Dimension == dimension).Name is { } own)
            return own;
        foreach (var exponent in (ReadOnlySpan<double>)[2, 3, 4, -1, -2, 0.5, -0.5])
        {
            foreach (var (name, _, unit) in named)
            {
                if (name != "hertz" && unit.TryPower(exponent, out var raised) && raised == dimension)
                    return exponent == -1 ? $"1/{name}" : $"{name}{power}{exponent}";
            }
        }

        foreach (var exponent in (ReadOnlySpan<double>)[2, 0.5])
        {
            foreach (var (name, _, unit) in named)
            {
                if (unit.TryPower(exponent, out var raised) && raised / Dimension.Time == dimension)
                    return $"{name}{power}{exponent}/second";
            }
        }

        foreach (var (divisor, unit, exponent) in divisors)
        {
            var per = exponent == 1 ? divisor : $"{divisor}{power}{exponent}";
            if (Array.Find(named, n => n.Dimension == dimension * unit.Power(exponent)).Name is { } over)
                return $"{over}/{per}";
            if (Array.Find(named, n => n.Dimension == dimension / unit.Power(exponent)).Name is { } times)
                return $"{times}*{per}";
        }

        return SpellInBaseUnits(dimension, power);
    }

    private static string SpellInBaseUnits(Dimension dimension, string power)
    {
        string[] bases = ["metre", "kilogram", "second", "ampere", "kelvin", "mole", "candela"];
        return string.Join('*', Enumerable.Range(0, bases.Length).Where(i => dimension.Exponent(i) != 0)
            .Select(i => dimension.Exponent(i) == 1 ? bases[i] : $"{bases[i]}{power}{dimension.Exponent(i):0.####}"));
    }
}
