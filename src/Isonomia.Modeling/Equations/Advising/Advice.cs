using Isonomia.Modeling.Equations.Typing;
using Isonomia.Modeling.Units;

namespace Isonomia.Modeling.Equations.Advising;

/// <summary>Says in people's words what was found and what to do about units that do not fit.</summary>
internal static class Advice
{
    private static readonly (Dimension Dimension, string Example)[] examples =
    [
        (Dimension.Time, ", such as a time constant"), (Dimension.Capacitance, ", such as a capacitance"),
        (Dimension.Conductance, ", such as a conductance"), (Dimension.Voltage / Dimension.Current,
            ", such as a resistance"),
    ];

    // A step of 0.1 without a unit is meant in milliseconds, as 5 is; 1e-4 is meant in seconds.
    private const double ShortestInMilliseconds = 0.005;

    // The units in which people give values of a dimension; where there is none here, the SI's own.
    private static readonly Dictionary<Dimension, string> usual = new[]
    {
        "mV", "ms", "nA", "nS", "pF", "Hz", "um", "Mohm", "mM", "kelvin", "pC",
    }.ToDictionary(u => UnitTable.Find(u)!.Dimension);

    /// <summary>What a value is, for "found ...".</summary>
    public static string Found(Typed value) => value.IsBoolean ? "a condition"
        : value.Dimension.IsNone ? "a number without unit" : DimensionNames.Describe(value.Dimension);

    /// <summary>A number as it should have been written: -50*mV.</summary>
    /// <param name="text">The number as it was written.</param>
    /// <param name="number">Its value, where that is known.</param>
    /// <param name="dimension">The dimension it should have.</param>
    public static string WithUnit(string text, double? number, Dimension dimension)
    {
        var shown = number is null ? InParentheses(text) : text;
        var isLarge = number is null or 0
            || Math.Abs(number.Value) >= (dimension == Dimension.Time ? ShortestInMilliseconds : 1);
        var unit = isLarge && usual.TryGetValue(dimension, out var known) ? known : DimensionNames.Declare(dimension);
        return unit.StartsWith("1/", StringComparison.Ordinal) ? shown + unit[1..] : $"{shown}*{unit}";
    }

    /// <summary>Whether people in the field give values of a dimension every day.</summary>
    public static bool IsUsual(Dimension dimension) => usual.ContainsKey(dimension);

    /// <summary>The unit in which people give values of a dimension.</summary>
    public static string UsualUnit(Dimension dimension) =>
        usual.TryGetValue(dimension, out var known) ? known : DimensionNames.Declare(dimension);

    /// <summary>What to multiply or divide by to get from one dimension to another.</summary>
    public static string? Mend(Dimension found, Dimension expected)
    {
        if (found == Dimension.Time && expected.IsNone)
            return "divide it by a time, or multiply it by a frequency as in 50*Hz*t";
        var (divisor, factor) = (found / expected, expected / found);
        var (divide, multiply) = (DimensionNames.Describe(divisor), DimensionNames.Describe(factor));
        if (!IsSimple(divide) && !IsSimple(multiply))
            return null;
        var multiplies = !IsSimple(divide) || (IsSimple(multiply) && multiply.Length < divide.Length);
        var by = multiplies ? factor : divisor;
        var example = Array.Find(examples, e => e.Dimension == by).Example;
        return multiplies
            ? $"multiply it by a quantity in {multiply}{example}"
            : $"divide it by a quantity in {divide}{example}";
    }

    // A product with hertz is better said as a division by seconds, and "second/volt" helps nobody.
    private static bool IsSimple(string name) => name != "hertz" && name.AsSpan().IndexOfAny('/', '*') < 0;

    /// <summary>A text in parentheses, without doubling those it has.</summary>
    public static string InParentheses(string text)
    {
        var depth = 0;
        for (var k = 0; k < text.Length; k++)
        {
            depth += text[k] == '(' ? 1 : text[k] == ')' ? -1 : 0;
            if (depth == 0)
                return k > 0 && k == text.Length - 1 ? text : $"({text})";
        }

        return $"({text})";
    }
}
