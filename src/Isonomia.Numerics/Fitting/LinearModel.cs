using Isonomia.Numerics.LinearAlgebra;

namespace Isonomia.Numerics.Fitting;

/// <summary>A fitted linear model.</summary>
/// <param name="Coefficients">One a column of the design.</param>
/// <param name="StandardErrors">Of the coefficients; NaN where there are no degrees of freedom.</param>
/// <param name="ResidualDeviation">Standard deviation of the residuals, n - p in the denominator.</param>
/// <param name="RSquared">1 - residual / total sum of squares, the total about the (weighted) mean.</param>
public sealed record LinearModel(
    double[] Coefficients, double[] StandardErrors, double ResidualDeviation, double RSquared)
{
    internal static LinearModel Solve(
        HouseholderQr qr, double[] right, ReadOnlySpan<double> y, ReadOnlySpan<double> weights)
    {
        qr.ApplyTransposedQ(right);
        var coefficients = new double[qr.Columns];
        qr.SolveR(right, coefficients);
        double residual = 0;
        for (var row = qr.Columns; row < qr.Rows; row++)
            residual += right[row] * right[row];
        var variance = qr.Rows > qr.Columns ? residual / (qr.Rows - qr.Columns) : double.NaN;
        var inverse = qr.InverseGram();
        var errors = new double[qr.Columns];
        for (var i = 0; i < errors.Length; i++)
            errors[i] = Math.Sqrt(variance * inverse[i * qr.Columns + i]);
        var total = TotalSquares(y, weights);
        return new LinearModel(
            coefficients, errors, Math.Sqrt(variance), total > 0 ? 1 - residual / total : double.NaN);
    }

    private static double TotalSquares(ReadOnlySpan<double> y, ReadOnlySpan<double> weights)
    {
        double sum = 0, mean = 0, squares = 0;
        for (var i = 0; i < y.Length; i++)
        {
            var w = weights.IsEmpty ? 1 : weights[i];
            sum += w;
            mean += w * y[i];
        }

        mean /= sum;
        for (var i = 0; i < y.Length; i++)
            squares += (weights.IsEmpty ? 1 : weights[i]) * (y[i] - mean) * (y[i] - mean);
        return squares;
    }
}
