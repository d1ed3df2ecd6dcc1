using System.Globalization;
using System.Text.RegularExpressions;

namespace Isonomia.Measurement.Formats.Edf;

/// <summary>The acquisition filters as EDF headers write them: <c>HP:0.1Hz LP:75Hz N:50Hz</c>.</summary>
internal static partial class Prefiltering
{
    /// <summary>
    /// The corners in Hz; null where none is stated or the filter is off (<c>HP: DC</c>, <c>LP:0Hz</c>). A time
    /// constant (<c>TC:0.3s</c>) is a high-pass of 1/(2 pi tau).
    /// </summary>
    public static (double? HighPass, double? LowPass) Corners(string text)
    {
        double? high = null, low = null;
        foreach (Match match in Corner().Matches(text))
        {
            var number = match.Groups["value"].Value.Replace(',', '.');
            if (!double.TryParse(number, NumberStyles.AllowDecimalPoint, null, out var value) || value <= 0)
                continue;
            var isLow = match.Groups["kind"].Value.StartsWith("L", StringComparison.OrdinalIgnoreCase);
            value = match.Groups["unit"].Value.ToUpperInvariant() switch
            {
                "KHZ" => value * 1000,
                "MHZ" => value / 1000,
                "S" => 1 / (2 * Math.PI * value),
                "MS" => 1000 / (2 * Math.PI * value),
                _ => value,
            };
            if (isLow)
                low ??= value;
            else
                high ??= value;
        }

        return (high, low);
    }

    /// <summary>The text for an EDF header.</summary>
    public static string Text(double? highPass, double? lowPass) => string.Join(' ', new[]
    {
        highPass is { } high ? $"HP:{high:0.######}Hz" : null,
        lowPass is { } low ? $"LP:{low:0.######}Hz" : null,
    }.OfType<string>());

    [GeneratedRegex(
        @"\b(?<kind>HPF?|LPF?|TC)\s*[:=]?\s*(?<value>[0-9]*[.,]?[0-9]+)\s*(?<unit>kHz|mHz|Hz|ms|s)?",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        1000)]
    private static partial Regex Corner();
}
