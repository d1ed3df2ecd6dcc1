using Isonomia.Numerics.Statistics.Kernels;

namespace Isonomia.Numerics.Statistics;

/// <summary>How closely two equally long series move together.</summary>
public static class Correlation
{
    /// <summary>Pearson's product-moment correlation, -1 to 1; NaN where a series is constant.</summary>
    /// <exception cref="ArgumentException">The series differ in length.</exception>
    public static double Pearson(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        RequireSameLength(x, y);
        var xMean = Descriptive.Mean(x);
        var yMean = Descriptive.Mean(y);
        var xx = SumKernel.Products(x, xMean, x, xMean);
        var yy = SumKernel.Products(y, yMean, y, yMean);
        if (IsConstant(xx, xMean, x.Length) || IsConstant(yy, yMean, y.Length))
            return double.NaN;
        var r = SumKernel.Products(x, xMean, y, yMean) / (Math.Sqrt(xx) * Math.Sqrt(yy));
        return Math.Clamp(r, -1, 1);
    }

    /// <summary>Pearson's correlation with the interval of Fisher's z (1915): atanh(r) is nearly normal with standard
    /// error 1/sqrt(n - 3). The standard error given is that of r itself, (1 - r^2)/sqrt(n - 3).</summary>
    /// <param name="x">One series, of at least four items.</param>
    /// <param name="y">The other.</param>
    /// <param name="confidence">Coverage of the interval.</param>
    /// <exception cref="ArgumentException">The series differ in length, or are too short.</exception>
    public static ConfidenceInterval PearsonInterval(
        ReadOnlySpan<double> x, ReadOnlySpan<double> y, double confidence = 0.95)
    {
        if (x.Length < 4)
            throw new ArgumentException($"A correlation of {x.Length} items has no interval.", nameof(x));
        var r = Pearson(x, y);
        var error = 1 / Math.Sqrt(x.Length - 3);
        var reach = MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, (1 + confidence) / 2) * error;
        return new ConfidenceInterval(
            r, Math.Tanh(Math.Atanh(r) - reach), Math.Tanh(Math.Atanh(r) + reach), (1 - (r * r)) * error);
    }

    /// <summary>Spearman's rank correlation: Pearson's of the ranks, ties sharing their mean rank.</summary>
    /// <exception cref="ArgumentException">The series differ in length.</exception>
    public static double Spearman(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        RequireSameLength(x, y);
        using var xRanks = new Scratch(x.Length);
        using var yRanks = new Scratch(y.Length);
        Ranks(x, xRanks.Span);
        Ranks(y, yRanks.Span);
        return Pearson(xRanks.Span, yRanks.Span);
    }

    /// <summary>Ranks from 1, ties sharing their mean rank; all NaN where any item is.</summary>
    /// <exception cref="ArgumentException">The spans differ in length.</exception>
    public static void Ranks(ReadOnlySpan<double> x, Span<double> ranks)
    {
        RequireSameLength(x, ranks);
        if (SumKernel.AnyNaN(x))
        {
            ranks.Fill(double.NaN);
            return;
        }

        using var sorted = new Scratch(x.Length);
        x.CopyTo(sorted.Span);
        var order = new int[x.Length];
        for (var i = 0; i < order.Length; i++)
            order[i] = i;
        sorted.Span.Sort(order.AsSpan());
        for (int first = 0, next; first < order.Length; first = next)
        {
            for (next = first + 1; next < order.Length && sorted.Span[next] == sorted.Span[first]; next++)
            {
            }

            for (var i = first; i < next; i++)
                ranks[order[i]] = (first + 1 + next) / 2.0;
        }
    }

    // The mean of equal items may be off by its rounding; deviations of that size are none.
    private static bool IsConstant(double squares, double mean, int n) =>
        squares <= n * Math.Pow(Math.Abs(mean) * 1e-15, 2);

    private static void RequireSameLength(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        if (x.Length != y.Length)
            throw new ArgumentException($"The series differ in length: {x.Length} and {y.Length} items.", nameof(y));
    }
}
