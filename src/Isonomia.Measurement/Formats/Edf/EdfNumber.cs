using System.Globalization;

namespace Isonomia.Measurement.Formats.Edf;

/// <summary>Numbers in the eight characters that EDF headers give them.</summary>
internal static class EdfNumber
{
    private const int Width = 8;

    /// <summary>The greatest number of eight characters that is not above a value.</summary>
    public static string Below(double value) => Nearest(value, Math.Floor, (text, v) => text <= v);

    /// <summary>The least number of eight characters that is not below a value.</summary>
    public static string Above(double value) => Nearest(value, Math.Ceiling, (text, v) => text >= v);

    /// <summary>The closest number of eight characters.</summary>
    public static string Closest(double value) => Nearest(value, Math.Round, (_, _) => true);

    /// <summary>What such a text says.</summary>
    public static double Parse(string text) => double.Parse(text, NumberStyles.Float);

    /// <summary>
    /// Tries plain decimals with ever fewer places, and then powers of ten with ever shorter mantissas, and takes the
    /// closest that fits and lies on the right side.
    /// </summary>
    private static string Nearest(double value, Func<double, double> round, Func<double, double, bool> suits)
    {
        var (best, error) = ("", double.PositiveInfinity);
        for (var places = 6; places >= 0; places--)
        {
            var unit = Math.Pow(10, -places);
            // Rounding in binary may land one unit on the wrong side.
            for (var nudge = -1; nudge <= 1; nudge++)
                Consider((round(value / unit) + nudge) * unit, "F" + places);
        }

        var exponent = value == 0 ? 0 : Math.Floor(Math.Log10(Math.Abs(value)));
        for (var digits = 4; digits >= 0; digits--)
        {
            var unit = Math.Pow(10, exponent - digits);
            for (var nudge = -1; nudge <= 1; nudge++)
                Consider((round(value / unit) + nudge) * unit, "0." + new string('#', digits) + "E0");
        }

        return best;

        void Consider(double rounded, string format)
        {
            var text = rounded.ToString(format);
            if (text is "-0" || text.Length > Width || !double.IsFinite(rounded))
                return;
            var said = Parse(text);
            if (suits(said, value) && Math.Abs(said - value) < error)
                (best, error) = (text, Math.Abs(said - value));
        }
    }
}
