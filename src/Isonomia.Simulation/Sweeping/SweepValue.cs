using System.Globalization;
using System.Text.RegularExpressions;

namespace Isonomia.Simulation.Sweeping;

/// <summary>A value that a path takes in a sweep, as it is written: "15 ms", "-2", "rk4".</summary>
/// <param name="Text">What is written.</param>
/// <param name="Number">The number that it begins with, where a number and perhaps a unit is all it is.</param>
/// <param name="Unit">The unit; empty for a plain number; null where it is no number.</param>
public sealed partial record SweepValue(string Text, double? Number, string? Unit)
{
    /// <summary>Reads a value.</summary>
    /// <param name="text">What is written.</param>
    public static SweepValue Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        text = text.Trim();
        var match = NumberAndUnit().Match(text);
        var digits = match.Groups["number"].ValueSpan;
        return double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && double.IsFinite(number)
            ? new SweepValue(text, number, match.Groups["unit"].Value)
            : new SweepValue(text, null, null);
    }

    [GeneratedRegex(@"^(?<number>[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)[ *]*(?<unit>(?:[A-Za-zµμΩ%][^,:()+-]*)?)$",
        RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NumberAndUnit();
}
