using System.Globalization;

namespace Isonomia.Measurement.Settings;

/// <summary>How values are written: <c>2s</c>, <c>500ms</c>, <c>2:40</c>, <c>inf</c>, <c>fixed</c>.</summary>
public static class SettingText
{
    /// <summary>A number; <c>inf</c> where a limit may be absent.</summary>
    public static double Number(string text) => text is "inf" or "none"
        ? double.PositiveInfinity
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)
            ? value
            : throw new FormatException($"'{text}' is not a number");

    /// <summary>A number above zero.</summary>
    public static double Positive(string text) =>
        Number(text) is > 0 and var value ? value : throw new FormatException("a number above zero was expected");

    /// <summary>A number that is zero or more.</summary>
    public static double NotNegative(string text) =>
        Number(text) is >= 0 and var value ? value : throw new FormatException("zero or a number above it was expected");

    /// <summary>A whole number of one or more; <c>inf</c> is the largest there is.</summary>
    public static int Count(string text) => text == "inf"
        ? int.MaxValue
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw new FormatException($"'{text}' is not a whole number of zero or more");

    /// <summary>A fraction from 0 up to, not including, 1.</summary>
    public static double Fraction(string text) =>
        Number(text) is >= 0 and < 1 and var value ? value : throw new FormatException("a fraction from 0 to below 1 was expected");

    /// <summary>A time: <c>2s</c>, <c>500ms</c>, <c>3min</c>, or a bare number of seconds; in seconds.</summary>
    public static double Seconds(string text)
    {
        var (digits, scale) = text switch
        {
            _ when text.EndsWith("ms") => (text[..^2], 1e-3),
            _ when text.EndsWith("min") => (text[..^3], 60.0),
            _ when text.EndsWith('s') => (text[..^1], 1.0),
            _ => (text, 1.0),
        };
        return Positive(digits.Trim()) * scale;
    }

    /// <summary>A frequency: <c>250Hz</c>, <c>1kHz</c>, or a bare number of hertz.</summary>
    public static double Hertz(string text)
    {
        var (digits, scale) = text switch
        {
            _ when text.EndsWith("kHz", StringComparison.OrdinalIgnoreCase) => (text[..^3], 1e3),
            _ when text.EndsWith("Hz", StringComparison.OrdinalIgnoreCase) => (text[..^2], 1.0),
            _ => (text, 1.0),
        };
        return Positive(digits.Trim()) * scale;
    }

    /// <summary>An interval, <c>low:high</c>.</summary>
    public static Interval Interval(string text)
    {
        var parts = text.Replace("Hz", "", StringComparison.OrdinalIgnoreCase).TrimEnd('s').Split(':');
        if (parts.Length != 2)
            throw new FormatException($"'{text}' is not an interval; write low:high");
        var interval = new Interval(Number(parts[0].Trim()), Number(parts[1].Trim()));
        return interval.Low < interval.High
            ? interval
            : throw new FormatException($"the interval {text} does not rise; write low:high");
    }

    /// <summary>Yes or no.</summary>
    public static bool Switch(string text) => text.ToLowerInvariant() switch
    {
        "on" or "yes" or "true" or "1" => true,
        "off" or "no" or "false" or "0" => false,
        _ => throw new FormatException($"'{text}' is neither on nor off"),
    };

    /// <summary>A reader for one of a few words.</summary>
    public static Func<string, string> OneOf(params string[] words) => text =>
        words.FirstOrDefault(w => string.Equals(w, text, StringComparison.OrdinalIgnoreCase))
        ?? throw new FormatException($"'{text}' is none of {string.Join(", ", words)}");
}
