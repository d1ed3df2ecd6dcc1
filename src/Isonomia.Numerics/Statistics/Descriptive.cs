using Isonomia.Numerics.Statistics.Kernels;

namespace Isonomia.Numerics.Statistics;

/// <summary>
/// Numbers that describe a sample. An empty sample, or one with NaN in it, gives NaN. Order statistics work on a
/// pooled copy; <see cref="OrderStatistics"/> has the ones that rearrange in place.
/// </summary>
public static class Descriptive
{
    /// <summary>Arithmetic mean.</summary>
    public static double Mean(ReadOnlySpan<double> x) => SumKernel.Sum(x) / x.Length;

    /// <summary>Mean squared deviation from the mean, sum / (n - <paramref name="ddof"/>), in two passes.</summary>
    /// <param name="x">The sample.</param>
    /// <param name="ddof">0 for the population's, 1 for the unbiased estimate.</param>
    /// <returns>NaN where n is not above <paramref name="ddof"/>.</returns>
    public static double Variance(ReadOnlySpan<double> x, int ddof = 0)
    {
        if (x.Length <= ddof)
            return double.NaN;
        var mean = Mean(x);
        return SumKernel.Products(x, mean, x, mean) / (x.Length - ddof);
    }

    /// <summary>Square root of <see cref="Variance"/>.</summary>
    public static double StandardDeviation(ReadOnlySpan<double> x, int ddof = 0) => Math.Sqrt(Variance(x, ddof));

    /// <summary>Third standardised moment m3 / m2^1.5 with population moments (g1); NaN for a constant.</summary>
    public static double Skewness(ReadOnlySpan<double> x)
    {
        var (m2, m3, _) = CentralMoments(x);
        return m2 > 0 ? m3 / Math.Pow(m2, 1.5) : double.NaN;
    }

    /// <summary>Excess kurtosis m4 / m2^2 - 3 of population moments (g2), 0 for a normal; NaN for a constant.</summary>
    public static double Kurtosis(ReadOnlySpan<double> x)
    {
        var (m2, _, m4) = CentralMoments(x);
        return m2 > 0 ? m4 / (m2 * m2) - 3 : double.NaN;
    }

    /// <summary>Middle value, or the mean of the two middle values.</summary>
    public static double Median(ReadOnlySpan<double> x)
    {
        using var copy = new Scratch(x.Length);
        x.CopyTo(copy.Span);
        return OrderStatistics.Median(copy.Span);
    }

    /// <summary>Median absolute deviation from the median, unscaled (a normal: 0.6745 standard deviations).</summary>
    public static double MedianAbsoluteDeviation(ReadOnlySpan<double> x)
    {
        using var copy = new Scratch(x.Length);
        x.CopyTo(copy.Span);
        var median = OrderStatistics.Median(copy.Span);
        for (var i = 0; i < x.Length; i++)
            copy.Span[i] = Math.Abs(x[i] - median);
        return OrderStatistics.Median(copy.Span);
    }

    /// <summary>Percentile by numpy's default, linear interpolation between order statistics at
    /// (n - 1) <paramref name="percent"/> / 100 (type 7 of Hyndman and Fan 1996).</summary>
    /// <param name="x">The sample.</param>
    /// <param name="percent">0 to 100; 0.025 is a fortieth of one per cent, not 2.5 %.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="percent"/> is outside 0 to 100.</exception>
    public static double Percentile(ReadOnlySpan<double> x, double percent)
    {
        using var copy = new Scratch(x.Length);
        x.CopyTo(copy.Span);
        return OrderStatistics.Percentile(copy.Span, percent);
    }

    private static (double M2, double M3, double M4) CentralMoments(ReadOnlySpan<double> x)
    {
        var mean = Mean(x);
        double m2 = 0, m3 = 0, m4 = 0;
        foreach (var value in x)
        {
            var d = value - mean;
            var square = d * d;
            m2 += square;
            m3 += square * d;
            m4 += square * square;
        }

        return (m2 / x.Length, m3 / x.Length, m4 / x.Length);
    }
}
