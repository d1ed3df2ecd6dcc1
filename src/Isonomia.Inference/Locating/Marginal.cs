namespace Isonomia.Inference.Locating;

/// <summary>A distribution in few numbers.</summary>
/// <param name="Mean">Mean.</param>
/// <param name="Sd">Standard deviation.</param>
/// <param name="Q05">5 % quantile.</param>
/// <param name="Median">Median.</param>
/// <param name="Q95">95 % quantile.</param>
public readonly record struct Marginal(double Mean, double Sd, double Q05, double Median, double Q95)
{
    /// <summary>Of equally weighted draws.</summary>
    public static Marginal Of(IEnumerable<double> draws)
    {
        double[] sorted = [.. draws.Order()];
        var mean = sorted.Average();
        var variance = sorted.Sum(v => (v - mean) * (v - mean)) / Math.Max(1, sorted.Length - 1);
        return new Marginal(mean, Math.Sqrt(variance), Quantile(sorted, 0.05), Quantile(sorted, 0.5), Quantile(sorted, 0.95));
    }

    /// <summary>A quantile of sorted draws, linear between them.</summary>
    internal static double Quantile(double[] sorted, double probability)
    {
        var at = probability * (sorted.Length - 1);
        var below = (int)at;
        return below + 1 < sorted.Length
            ? sorted[below] + ((at - below) * (sorted[below + 1] - sorted[below]))
            : sorted[^1];
    }
}
