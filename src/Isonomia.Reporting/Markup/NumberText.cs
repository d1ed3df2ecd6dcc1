using System.Text;

namespace Isonomia.Reporting.Markup;

/// <summary>Numbers as people and as figures want them.</summary>
public static class NumberText
{
    /// <summary>What stands where there is no number.</summary>
    public const string None = "\u2014";

    private static readonly string[] Superscripts = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"];

    /// <summary>
    /// A number with the given decimals and a true minus sign; powers of ten for the very large and small.
    /// </summary>
    public static string Fixed(double value, int decimals)
    {
        if (!double.IsFinite(value))
            return None;
        var size = Math.Abs(value);
        if (size >= 1e6 || (size > 0 && size < 1e-4))
            return Scientific(value);
        var text = size.ToString("F" + decimals);
        return value < 0 && text.AsSpan().ContainsAnyInRange('1', '9') ? "\u2212" + text : text;
    }

    /// <summary>A number to so many significant digits, without needless zeros.</summary>
    public static string Significant(double value, int digits = 3)
    {
        if (!double.IsFinite(value))
            return None;
        if (value == 0)
            return "0";
        var magnitude = (int)Math.Floor(Math.Log10(Math.Abs(value)));
        if (magnitude is >= 6 or < -4)
            return Scientific(value);
        var text = Fixed(value, Math.Clamp(digits - 1 - magnitude, 0, 8));
        return text.Contains('.') ? text.TrimEnd('0').TrimEnd('.') : text;
    }

    /// <summary>How many decimals show about three significant digits of numbers of this size.</summary>
    public static int DecimalsFor(double size) => size is > 0 and < double.PositiveInfinity
        ? Math.Clamp(2 - (int)Math.Floor(Math.Log10(size)), 0, 4)
        : 2;

    /// <summary>Ten to a whole power: 10⁻³, but 0.1, 1 and 10 as they are.</summary>
    public static string PowerOfTen(int power) => power switch
    {
        -2 => "0.01",
        -1 => "0.1",
        0 => "1",
        1 => "10",
        2 => "100",
        _ => "10" + Superscript(power),
    };

    /// <summary>Seconds as <c>45 s</c>, <c>5 min 3 s</c> or <c>2 h 5 min</c>.</summary>
    public static string Duration(double seconds)
    {
        if (seconds < 120)
            return $"{Significant(seconds)} s";
        var whole = TimeSpan.FromSeconds(Math.Round(seconds));
        return whole.TotalHours < 1 ? Two((int)whole.TotalMinutes, "min", whole.Seconds, "s")
            : Two((int)whole.TotalHours, "h", whole.Minutes, "min");
    }

    private static string Two(int large, string largeUnit, int small, string smallUnit) =>
        small == 0 ? $"{large} {largeUnit}" : $"{large} {largeUnit} {small} {smallUnit}";

    private static string Scientific(double value)
    {
        var power = (int)Math.Floor(Math.Log10(Math.Abs(value)));
        var factor = Math.Round(value / Math.Pow(10, power), 2);
        return $"{Significant(factor)}·10{Superscript(power)}";
    }

    private static string Superscript(int power) =>
        (power < 0 ? "⁻" : "") + string.Concat(Math.Abs(power).ToString().Select(c => Superscripts[c - '0']));

    // At most two decimals; "-0" and trailing zeros left out, as is a leading zero where `brief`.
    internal static void AppendCoordinate(StringBuilder to, double value)
    {
        var hundredths = (long)Math.Round(value * 100);
        if (hundredths < 0)
            to.Append('-');
        hundredths = Math.Abs(hundredths);
        to.Append(hundredths / 100);
        if (hundredths % 100 is not 0 and var rest)
        {
            to.Append('.').Append((char)('0' + rest / 10));
            if (rest % 10 != 0)
                to.Append((char)('0' + rest % 10));
        }
    }
}
