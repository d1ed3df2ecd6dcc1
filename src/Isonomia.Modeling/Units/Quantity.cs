using Isonomia.Modeling.Diagnostics;
using Isonomia.Modeling.Equations;
using Isonomia.Modeling.Expressions;

namespace Isonomia.Modeling.Units;

/// <summary>A number with a dimension: 281 pF.</summary>
/// <param name="Value">Its value in SI base units.</param>
/// <param name="Dimension">Its dimension.</param>
public readonly record struct Quantity(double Value, Dimension Dimension)
{
    // What is given per area is given per square centimetre in the field.
    private static readonly Dimension area = Dimension.Length.Power(2);
    private static readonly string[] densities = ["S", "F", "A"];
    private static readonly string[] prefixes = ["", "m", "u", "n", "p", "f", "k", "M", "G", "T"];

    /// <summary>A quantity as people write it: 281 pF, 20*ms, -70.6 mV, 1 uF/cm**2, 0.5.</summary>
    /// <param name="text">An expression of numbers, units, constants and functions.</param>
    /// <param name="bag">Takes what is wrong with it.</param>
    /// <returns>The quantity, or null after an error.</returns>
    public static Quantity? TryParse(SourceText text, DiagnosticBag bag) =>
        ExpressionResolver.Resolve(text, [], bag, ExpectedValue.AnyConstant) is { } value
            ? new Quantity(Evaluator.Evaluate(value, _ => double.NaN), value.Dimension)
            : null;

    /// <summary>
    /// The quantity as it may be written in a model, with the prefix that brings its number between 1 and 1000:
    /// "281 pF", "-70.6 mV", "1 uF/cm**2", "0.5". Reading it back gives the same value to the last bit.
    /// </summary>
    public override string ToString()
    {
        if (Dimension.IsNone || !double.IsFinite(Value))
            return Plain();
        var overArea = DimensionNames.Symbol(Dimension * area);
        if (overArea is not null && densities.AsSpan().Contains(overArea))
            return Prefixed(overArea, "/cm**2", Math.Pow(UnitTable.Find("cm")!.Scale, 2)) ?? Plain();
        return DimensionNames.Symbol(Dimension) is { } symbol ? Prefixed(symbol, "", 1) ?? Plain() : Plain();
    }

    private string Plain()
    {
        var number = double.IsFinite(Value) ? $"{Value}" : double.IsNaN(Value) ? "nan" : Value > 0 ? "inf" : "-inf";
        var unit = DimensionNames.Declare(Dimension);
        if (unit == "1")
            return number;
        return unit.StartsWith("1/", StringComparison.Ordinal) ? number + unit[1..] : $"{number}*{unit}";
    }

    private string? Prefixed(string symbol, string divisor, double divided)
    {
        foreach (var prefix in prefixes)
        {
            if (UnitTable.Find(prefix + symbol) is not { } unit)
                continue;
            var number = unit.FromBase(Value * divided);
            if (Value != 0 && Math.Abs(number) is < 1 - 1e-12 or >= 1000 - 1e-9)
                continue;

            // Dividing may cost the last digit; the text must give back the value all the same.
            foreach (var format in (ReadOnlySpan<string>)["G14", "G15", "G16", "G17"])
            {
                var text = number.ToString(format);
                if (unit.ToBase(double.Parse(text)) / divided == Value)
                    return $"{text} {prefix}{symbol}{divisor}";
            }

            return null;
        }

        return null;
    }
}
