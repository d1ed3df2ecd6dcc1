using Isonomia.Reporting.Markup;

namespace Isonomia.Reporting.Findings;

/// <summary>Where some numbers lie.</summary>
/// <param name="Count">How many there are; the rest is NaN when there are none.</param>
/// <param name="Median">The middle one, or the mean of the two in the middle.</param>
/// <param name="Low">The least.</param>
/// <param name="High">The greatest.</param>
internal readonly record struct Spread(int Count, double Median, double Low, double High)
{
    public static Spread Of(IEnumerable<double> numbers)
    {
        double[] sorted = [.. numbers];
        Array.Sort(sorted);
        return sorted.Length == 0
            ? new Spread(0, double.NaN, double.NaN, double.NaN)
            : new Spread(sorted.Length, Quantile(sorted, 0.5), sorted[0], sorted[^1]);
    }

    /// <summary>The median, and the range in brackets.</summary>
    public string InWords(int decimals) => $"{NumberText.Fixed(Median, decimals)} "
        + $"({NumberText.Fixed(Low, decimals)}–{NumberText.Fixed(High, decimals)})";

    /// <summary>A quantile of ascending numbers, interpolated.</summary>
    public static double Quantile(ReadOnlySpan<double> sorted, double fraction)
    {
        if (sorted.Length == 0)
            return double.NaN;
        var place = fraction * (sorted.Length - 1);
        var below = Math.Min((int)place, sorted.Length - 1);
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
