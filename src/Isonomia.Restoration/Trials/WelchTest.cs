using Isonomia.Numerics.Statistics;
using MathNet.Numerics.Distributions;

namespace Isonomia.Restoration.Trials;

/// <summary>Welch's test of two means with unequal variances (1947, doi:10.1093/biomet/34.1-2.28), two-sided.</summary>
internal static class WelchTest
{
    /// <summary>The probability of so great a difference, or a greater one, by chance.</summary>
    /// <param name="first">One sample of at least two items.</param>
    /// <param name="second">Another.</param>
    public static double P(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        var (a, b) = (Descriptive.Variance(first, 1) / first.Length, Descriptive.Variance(second, 1) / second.Length);
        if (a + b <= 0)
            return Descriptive.Mean(first) == Descriptive.Mean(second) ? 1 : 0;
        var t = (Descriptive.Mean(first) - Descriptive.Mean(second)) / Math.Sqrt(a + b);
        var freedom = (a + b) * (a + b) / ((a * a / (first.Length - 1)) + (b * b / (second.Length - 1)));
        return 2 * StudentT.CDF(0, 1, freedom, -Math.Abs(t));
    }
}
