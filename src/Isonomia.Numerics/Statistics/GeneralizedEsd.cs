using MathNet.Numerics.Distributions;

namespace Isonomia.Numerics.Statistics;

/// <summary>
/// The generalized extreme studentized deviate test for up to a given number of outliers in a roughly normal sample:
/// Rosner, "Percentage points for a generalized ESD many-outlier procedure", Technometrics 25:165 (1983).
/// </summary>
/// <remarks>
/// R_i = max|x - mean| / sd of what is left after removing the i - 1 most deviant items;
/// lambda_i = (n - i) t / sqrt((n - i - 1 + t^2)(n - i + 1)), t the quantile of Student's t with n - i - 1 degrees of
/// freedom at 1 - alpha / (2 (n - i + 1)). The outliers are the first i items removed, for the largest i with
/// R_i &gt; lambda_i.
/// </remarks>
public static class GeneralizedEsd
{
    /// <summary>Finds the outliers.</summary>
    /// <param name="x">The sample.</param>
    /// <param name="maxOutliers">The most that may be found; at most n - 2 are.</param>
    /// <param name="alpha">Significance level.</param>
    /// <param name="ddof">1 for Rosner's test; 0 divides by n in the standard deviation.</param>
    /// <returns>Indices into <paramref name="x"/>, the most deviant first; none where the sample is constant.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Alpha is outside (0, 1), or a count negative.</exception>
    /// <exception cref="ArgumentException">The sample contains NaN.</exception>
    public static int[] Outliers(ReadOnlySpan<double> x, int maxOutliers, double alpha = 0.05, int ddof = 1)
    {
        if (!(alpha is > 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(alpha), alpha, "A significance level lies between 0 and 1.");
        ArgumentOutOfRangeException.ThrowIfNegative(maxOutliers);
        ArgumentOutOfRangeException.ThrowIfNegative(ddof);
        if (double.IsNaN(Descriptive.Mean(x)) && x.Length > 0)
            throw new ArgumentException("Outliers cannot be sought among items that are not all finite.", nameof(x));
        var candidates = Math.Min(maxOutliers, x.Length - 2);
        if (candidates <= 0)
            return [];

        var removed = new int[candidates];
        var deviations = new double[candidates];
        Remove(x, removed, deviations, ddof);

        // lambda falls with i, so its last value rules most candidates out without a quantile of their own.
        var least = Lambda(x.Length, candidates, alpha);
        for (var i = candidates; i > 0; i--)
        {
            if (deviations[i - 1] > least && deviations[i - 1] > Lambda(x.Length, i, alpha))
                return removed[..i];
        }

        return [];
    }

    private static void Remove(ReadOnlySpan<double> x, int[] removed, double[] deviations, int ddof)
    {
        using var left = new Scratch(x.Length);
        var values = left.Span;
        x.CopyTo(values);
        var indices = new int[x.Length];
        for (var i = 0; i < indices.Length; i++)
            indices[i] = i;
        for (var i = 0; i < removed.Length; i++)
        {
            var mean = Descriptive.Mean(values);
            var sd = Descriptive.StandardDeviation(values, ddof);
            var worst = Furthest(values, mean);
            removed[i] = indices[worst];
            deviations[i] = sd > 0 ? Math.Abs(values[worst] - mean) / sd : 0;
            // The order stays, so that of two equally deviant items the first goes first, as in other tools.
            values[(worst + 1)..].CopyTo(values[worst..]);
            values = values[..^1];
            indices.AsSpan(worst + 1).CopyTo(indices.AsSpan(worst));
        }
    }

    private static int Furthest(ReadOnlySpan<double> x, double mean)
    {
        var (worst, distance) = (0, -1.0);
        for (var i = 0; i < x.Length; i++)
        {
            var d = Math.Abs(x[i] - mean);
            if (d > distance)
                (worst, distance) = (i, d);
        }

        return worst;
    }

    private static double Lambda(int n, int i, double alpha)
    {
        var t = StudentT.InvCDF(0, 1, n - i - 1, 1 - alpha / (2.0 * (n - i + 1)));
        return (n - i) * t / Math.Sqrt((n - i - 1 + t * t) * (n - i + 1));
    }
}
