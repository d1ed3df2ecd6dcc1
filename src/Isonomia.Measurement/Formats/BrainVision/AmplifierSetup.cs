using System.Globalization;
using System.Text.RegularExpressions;

namespace Isonomia.Measurement.Formats.BrainVision;

/// <summary>
/// The acquisition filters, which BrainVision Recorder notes in tables within the comment: the amplifier's and, where
/// they were on, the software's.
/// </summary>
internal static partial class AmplifierSetup
{
    /// <summary>
    /// The corners in Hz by channel name. A low cutoff is a time constant tau where its column is in seconds, a corner
    /// of 1/(2 pi tau); of two filters the narrower counts.
    /// </summary>
    public static Dictionary<string, (double? HighPass, double? LowPass)> Filters(IReadOnlyList<string> comment)
    {
        var filters = new Dictionary<string, (double? HighPass, double? LowPass)>(StringComparer.Ordinal);
        var (isSeconds, isSoftware) = (true, false);
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in comment)
        {
            if (line.Contains("Low Cutoff"))
                isSeconds = line.Contains("Low Cutoff [s]");
            if (line.StartsWith("S o f t w a r e"))
                isSoftware = true;
            if (isSoftware && SoftwareRow().Match(line) is { Success: true } software
                && names.TryGetValue(software.Groups["number"].Value, out var named))
            {
                var (high, low) = filters[named];
                var (alsoHigh, alsoLow) = Corners(software, isSeconds);
                filters[named] = (high > alsoHigh ? high : alsoHigh ?? high, low < alsoLow ? low : alsoLow ?? low);
            }
            else if (!isSoftware && ChannelRow().Match(line) is { Success: true } row)
            {
                names[row.Groups["number"].Value] = row.Groups["name"].Value;
                filters[row.Groups["name"].Value] = Corners(row, isSeconds);
            }
        }

        return filters;
    }

    private static (double? HighPass, double? LowPass) Corners(Match row, bool isSeconds)
    {
        var low = Number(row.Groups["low"].Value);
        return (isSeconds ? 1 / (2 * Math.PI * low) : low, Number(row.Groups["high"].Value));
    }

    private static double? Number(string text) =>
        double.TryParse(text.Replace(',', '.'), NumberStyles.AllowDecimalPoint, null, out var number) && number > 0
            ? number
            : null;

    [GeneratedRegex(
        @"^(?<number>\d+)\s+(?<name>\S.*?)\s+\d+\s+[\d.,]+\s*\S+\s+(?<low>DC|Off|[\d.,]+)\s+"
        + @"(?<high>DC|Off|[\d.,]+)\s+\S+",
        RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex ChannelRow();

    [GeneratedRegex(
        @"^(?<number>\d+)\s+(?<low>DC|Off|[\d.,]+)\s+(?<high>DC|Off|[\d.,]+)\s+(DC|Off|[\d.,]+)\s*$",
        RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex SoftwareRow();
}
