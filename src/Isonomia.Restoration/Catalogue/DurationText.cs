using System.Globalization;

namespace Isonomia.Restoration.Catalogue;

/// <summary>Durations from seconds to years as people write them: "90 min", "14 d", "8weeks".</summary>
public static class DurationText
{
    private static readonly (string Unit, double Seconds)[] Units =
    [
        ("s", 1), ("min", 60), ("h", 3600), ("d", 86400), ("weeks", 604800), ("months", 2629800), ("years", 31557600),
    ];

    private static readonly Dictionary<string, string> Aliases = new(StringComparer.Ordinal)
    {
        ["sec"] = "s",
        ["second"] = "s",
        ["seconds"] = "s",
        ["minute"] = "min",
        ["minutes"] = "min",
        ["hour"] = "h",
        ["hours"] = "h",
        ["day"] = "d",
        ["days"] = "d",
        ["w"] = "weeks",
        ["week"] = "weeks",
        ["month"] = "months",
        ["year"] = "years",
    };

    /// <summary>The units that are understood.</summary>
    public static string Known => string.Join(", ", Units.Select(u => u.Unit));

    /// <summary>The seconds of a duration; null where the text is none.</summary>
    /// <param name="text">A number and a unit.</param>
    public static double? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var trimmed = text.Trim();
        var end = trimmed.Length;
        while (end > 0 && char.IsAsciiLetter(trimmed[end - 1]))
            end--;
        var unit = trimmed[end..];
        var seconds = Array.Find(Units, u => u.Unit == Aliases.GetValueOrDefault(unit, unit)).Seconds;
        return seconds > 0 && double.TryParse(trimmed[..end], NumberStyles.AllowDecimalPoint | NumberStyles.AllowTrailingWhite,
            CultureInfo.InvariantCulture, out var number)
            ? number * seconds
            : null;
    }

    /// <summary>A duration in the largest unit of which it has at least one and a half.</summary>
    /// <param name="seconds">The duration.</param>
    public static string Format(double seconds)
    {
        var (unit, size) = Units.LastOrDefault(u => seconds >= 1.5 * u.Seconds);
        return unit is null
            ? string.Create(CultureInfo.InvariantCulture, $"{seconds:0.##} s")
            : string.Create(CultureInfo.InvariantCulture, $"{seconds / size:0.#} {unit}");
    }
}
