using Isonomia.Numerics.Statistics;

namespace Isonomia.Simulation.Fields.Forward;

/// <summary>How regions move together: correlations over a run, over windows, and between the patterns of windows.</summary>
public static class FunctionalConnectivity
{
    private const long MostNumbers = 100_000_000;

    /// <summary>Pearson's correlation of each pair of regions.</summary>
    /// <param name="series">The regions' series, of one length.</param>
    /// <returns>Regions x regions, row by row; NaN where a series does not change.</returns>
    public static double[] Matrix(IReadOnlyList<double[]> series)
    {
        ArgumentNullException.ThrowIfNull(series);
        var n = series.Count;
        var matrix = new double[n * n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j <= i; j++)
                matrix[(i * n) + j] = matrix[(j * n) + i] = Correlation.Pearson(series[i], series[j]);
        }

        return matrix;
    }

    /// <summary>
    /// The mean of both directions for each pair of different regions: the numbers above the diagonal.
    /// </summary>
    /// <param name="matrix">Regions x regions, row by row.</param>
    public static double[] Pairs(IReadOnlyList<double> matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        var n = (int)Math.Round(Math.Sqrt(matrix.Count));
        if (n * n != matrix.Count)
            throw new ArgumentException("A square matrix was expected.", nameof(matrix));
        var pairs = new double[n * (n - 1) / 2];
        for (int i = 0, p = 0; i < n; i++)
        {
            for (var j = i + 1; j < n; j++)
                pairs[p++] = (matrix[(i * n) + j] + matrix[(j * n) + i]) / 2;
        }

        return pairs;
    }

    /// <summary>
    /// The correlation of the patterns of connectivity in each two windows that slide over the series (Hansen et al.
    /// 2015, doi:10.1016/j.neuroimage.2014.11.001).
    /// </summary>
    /// <param name="series">The regions' series, of one length.</param>
    /// <param name="window">The length of a window in samples.</param>
    /// <param name="shift">By how many samples the next begins later.</param>
    /// <returns>Windows x windows, row by row; null where there are fewer than two windows, or too many numbers.</returns>
    public static double[]? Dynamics(IReadOnlyList<double[]> series, int window, int shift)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentOutOfRangeException.ThrowIfLessThan(window, 3);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(shift);
        var windows = series[0].Length < window ? 0 : ((series[0].Length - window) / shift) + 1;
        if (windows < 2 || (long)windows * series.Count * (series.Count - 1) / 2 > MostNumbers)
            return null;
        var patterns = new List<double[]>();
        for (var w = 0; w < windows; w++)
            patterns.Add(Pairs(Matrix([.. series.Select(s => s[(w * shift)..((w * shift) + window)])])));
        return Matrix(patterns);
    }

    /// <summary>
    /// The largest difference between the distributions of two samples (Kolmogorov and Smirnov): 0 for the same, 1 for
    /// those that do not overlap.
    /// </summary>
    /// <param name="a">One sample.</param>
    /// <param name="b">The other.</param>
    public static double Distance(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        if (a.IsEmpty || b.IsEmpty)
            return double.NaN;
        double[] x = a.ToArray(), y = b.ToArray();
        Array.Sort(x);
        Array.Sort(y);
        var (i, j, largest) = (0, 0, 0.0);
        while (i < x.Length && j < y.Length)
        {
            var at = Math.Min(x[i], y[j]);
            while (i < x.Length && x[i] <= at)
                i++;
            while (j < y.Length && y[j] <= at)
                j++;
            largest = Math.Max(largest, Math.Abs((i / (double)x.Length) - (j / (double)y.Length)));
        }

        return largest;
    }
}
