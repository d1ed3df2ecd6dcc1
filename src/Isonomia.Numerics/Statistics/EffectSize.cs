using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace Isonomia.Numerics.Statistics;

/// <summary>
/// Standardised differences of means, with the large-sample intervals of Hedges and Olkin, "Statistical Methods for
/// Meta-Analysis" (1985): estimate plus and minus the normal quantile times the standard error.
/// </summary>
public static class EffectSize
{
    /// <summary>Cohen's d of two independent samples: difference of means (first less second) over the pooled
    /// standard deviation. Its standard error is sqrt((n1 + n2)/(n1 n2) + d^2/(2 (n1 + n2))).</summary>
    /// <param name="first">The first sample, of at least two items.</param>
    /// <param name="second">The second sample, of at least two items.</param>
    /// <param name="confidence">Coverage of the interval.</param>
    /// <exception cref="ArgumentException">A sample is too small.</exception>
    public static ConfidenceInterval CohenD(
        ReadOnlySpan<double> first, ReadOnlySpan<double> second, double confidence = 0.95)
    {
        var (n1, n2) = (first.Length, second.Length);
        if (n1 < 2 || n2 < 2)
            throw new ArgumentException($"Samples of {n1} and {n2} items have no pooled deviation.");
        var pooled = Math.Sqrt(
            ((n1 - 1) * Descriptive.Variance(first, 1) + (n2 - 1) * Descriptive.Variance(second, 1)) / (n1 + n2 - 2));
        var d = (Descriptive.Mean(first) - Descriptive.Mean(second)) / pooled;
        var error = Math.Sqrt((double)(n1 + n2) / ((double)n1 * n2) + d * d / (2.0 * (n1 + n2)));
        return Around(d, error, confidence);
    }

    /// <summary>Hedges' g: Cohen's d times the factor that makes it unbiased,
    /// gamma(m/2) / (sqrt(m/2) gamma((m - 1)/2)) with m = n1 + n2 - 2; its standard error shrinks alike.</summary>
    /// <inheritdoc cref="CohenD"/>
    public static ConfidenceInterval HedgesG(
        ReadOnlySpan<double> first, ReadOnlySpan<double> second, double confidence = 0.95)
    {
        var d = CohenD(first, second, confidence);
        var factor = Unbiasing(first.Length + second.Length - 2);
        return Around(factor * d.Estimate, factor * d.StandardError, confidence);
    }

    /// <summary>Cohen's d of paired differences: their mean over their standard deviation (d_z). Its standard error is
    /// sqrt(1/n + d^2/(2n)).</summary>
    /// <param name="differences">One difference a pair, at least two.</param>
    /// <param name="confidence">Coverage of the interval.</param>
    /// <exception cref="ArgumentException">There are fewer than two differences.</exception>
    public static ConfidenceInterval Paired(ReadOnlySpan<double> differences, double confidence = 0.95)
    {
        var n = differences.Length;
        if (n < 2)
            throw new ArgumentException($"{n} differences have no deviation.", nameof(differences));
        var d = Descriptive.Mean(differences) / Descriptive.StandardDeviation(differences, 1);
        return Around(d, Math.Sqrt(1.0 / n + d * d / (2.0 * n)), confidence);
    }

    /// <summary>The same times the factor that makes it unbiased, with m = n - 1; its standard error shrinks alike.</summary>
    /// <inheritdoc cref="Paired"/>
    public static ConfidenceInterval PairedG(ReadOnlySpan<double> differences, double confidence = 0.95)
    {
        var d = Paired(differences, confidence);
        var factor = differences.Length > 2 ? Unbiasing(differences.Length - 1) : double.NaN;
        return Around(factor * d.Estimate, factor * d.StandardError, confidence);
    }

    private static double Unbiasing(int m) =>
        Math.Exp(SpecialFunctions.GammaLn(m / 2.0) - SpecialFunctions.GammaLn((m - 1) / 2.0)) / Math.Sqrt(m / 2.0);

    private static ConfidenceInterval Around(double estimate, double error, double confidence)
    {
        if (!(confidence is > 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "A confidence lies between 0 and 1.");
        var reach = Normal.InvCDF(0, 1, (1 + confidence) / 2) * error;
        return new ConfidenceInterval(estimate, estimate - reach, estimate + reach, error);
    }
}
