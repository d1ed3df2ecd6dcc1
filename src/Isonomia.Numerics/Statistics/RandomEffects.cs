using MathNet.Numerics.Distributions;
using MathNet.Numerics.LinearAlgebra;

namespace Isonomia.Numerics.Statistics;

/// <summary>
/// A regression of estimates that are known with different precision and differ beyond it: y = b0 + b1 x + u + e, u of
/// variance tau^2 between individuals, e of each estimate's own known variance. tau^2 by restricted maximum likelihood
/// (Raudenbush 2009, in Cooper, Hedges and Valentine), intervals by Knapp and Hartung (2003, Stat Med 22:2693).
/// </summary>
/// <param name="Intercept">b0: the mean, where there is no x.</param>
/// <param name="Slope">b1; null where there is no x.</param>
/// <param name="TauSquared">The variance between individuals.</param>
/// <param name="P">The probability of a slope (or a mean, without x) so far from zero, if there were none.</param>
public sealed record RandomEffects(ConfidenceInterval Intercept, ConfidenceInterval? Slope, double TauSquared, double P)
{
    private const int MostRounds = 200;

    /// <summary>Fits.</summary>
    /// <param name="y">The estimates; at least one more than coefficients.</param>
    /// <param name="variances">Their own variances, above zero.</param>
    /// <param name="x">What goes along, one for each; null for a mean alone.</param>
    /// <exception cref="ArgumentException">There are too few, or x does not vary.</exception>
    public static RandomEffects Fit(double[] y, double[] variances, double[]? x = null)
    {
        ArgumentNullException.ThrowIfNull(y);
        ArgumentNullException.ThrowIfNull(variances);
        var (n, p) = (y.Length, x is null ? 1 : 2);
        if (n < p + 1)
            throw new ArgumentException($"{n} estimates; at least {p + 1} are needed", nameof(y));
        if (x is not null && x.Distinct().Count() < 2)
            throw new ArgumentException("it does not vary", nameof(x));
        var design = Matrix<double>.Build.Dense(n, p, (i, j) => j == 0 ? 1 : x![i]);
        var values = Vector<double>.Build.Dense(y);
        var tau = TauOf(design, values, variances);
        var weights = Vector<double>.Build.Dense(n, i => 1 / (variances[i] + tau));
        var inverse = (design.Transpose() * Matrix<double>.Build.DiagonalOfDiagonalVector(weights) * design).Inverse();
        var coefficients = inverse * (design.Transpose() * weights.PointwiseMultiply(values));
        var rest = values - (design * coefficients);
        // Knapp and Hartung's factor; never below one, or agreement by chance would be taken for precision.
        var factor = Math.Max(1, weights.PointwiseMultiply(rest).DotProduct(rest) / (n - p));
        ConfidenceInterval Interval(int index)
        {
            var error = Math.Sqrt(factor * inverse[index, index]);
            var reach = StudentT.InvCDF(0, 1, n - p, 0.975) * error;
            return new(coefficients[index], coefficients[index] - reach, coefficients[index] + reach, error);
        }

        var tested = Interval(p - 1);
        var beyond = 2 * StudentT.CDF(0, 1, n - p, -Math.Abs(tested.Estimate / tested.StandardError));
        return new RandomEffects(Interval(0), x is null ? null : tested, tau, beyond);
    }

    // Fisher scoring.
    private static double TauOf(Matrix<double> design, Vector<double> y, double[] variances)
    {
        var tau = Math.Max(0, Descriptive.Variance(y.AsArray(), 1) - variances.Average());
        for (var round = 0; round < MostRounds; round++)
        {
            var current = tau;
            var w = Matrix<double>.Build.DiagonalOfDiagonalVector(
                Vector<double>.Build.Dense(variances.Length, i => 1 / (variances[i] + current)));
            var p = w - (w * design * (design.Transpose() * w * design).Inverse() * design.Transpose() * w);
            var py = p * y;
            var step = (py.DotProduct(py) - p.Trace()) / (p * p).Trace();
            tau = Math.Max(0, tau + step);
            if (Math.Abs(tau - current) < 1e-10 * (1e-6 + tau))
                break;
        }

        return tau;
    }
}
