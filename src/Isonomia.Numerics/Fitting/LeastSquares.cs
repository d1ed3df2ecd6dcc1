using Isonomia.Numerics.LinearAlgebra;
using Isonomia.Numerics.Statistics.Kernels;

namespace Isonomia.Numerics.Fitting;

/// <summary>Linear least squares: straight lines and general designs, plain or weighted.</summary>
public static class LeastSquares
{
    /// <summary>The straight line of least squares, by centred sums in two passes; allocates nothing.</summary>
    /// <param name="x">Abscissae, at least two of them different.</param>
    /// <param name="y">Ordinates, as many.</param>
    /// <returns>NaN throughout where all x are equal or anything is NaN.</returns>
    /// <exception cref="ArgumentException">The spans differ in length, or hold fewer than two points.</exception>
    public static LineFit Line(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        RequirePoints(x, y);
        var n = x.Length;
        var xMean = SumKernel.Sum(x) / n;
        var yMean = SumKernel.Sum(y) / n;
        var xx = SumKernel.Products(x, xMean, x, xMean);
        var xy = SumKernel.Products(x, xMean, y, yMean);
        var yy = SumKernel.Products(y, yMean, y, yMean);
        var slope = xx > 0 ? xy / xx : double.NaN;
        double residual = 0;
        for (var i = 0; i < n; i++)
        {
            var r = y[i] - yMean - slope * (x[i] - xMean);
            residual += r * r;
        }

        return Line(slope, xMean, yMean, xx, yy, residual, n, n);
    }

    /// <summary>The straight line that minimises the sum of <paramref name="weights"/> times squared residuals.
    /// Standard errors take the weights as inverse variances up to a common factor, which the residuals give.</summary>
    /// <param name="x">Abscissae.</param>
    /// <param name="y">Ordinates.</param>
    /// <param name="weights">Weights, none negative; points of weight 0 do not count as points.</param>
    /// <returns>NaN throughout where all x of positive weight are equal or anything is NaN.</returns>
    /// <exception cref="ArgumentException">The spans differ in length, or hold fewer than two points.</exception>
    public static LineFit Line(ReadOnlySpan<double> x, ReadOnlySpan<double> y, ReadOnlySpan<double> weights)
    {
        RequirePoints(x, y);
        if (weights.Length != x.Length)
            throw new ArgumentException($"{x.Length} points but {weights.Length} weights.", nameof(weights));
        double total = 0, xMean = 0, yMean = 0;
        var points = 0;
        for (var i = 0; i < x.Length; i++)
        {
            if (weights[i] < 0)
                throw new ArgumentException($"Weight {i} is negative: {weights[i]}.", nameof(weights));
            total += weights[i];
            xMean += weights[i] * x[i];
            yMean += weights[i] * y[i];
            points += weights[i] == 0 ? 0 : 1;
        }

        xMean /= total;
        yMean /= total;
        double xx = 0, xy = 0, yy = 0, residual = 0;
        for (var i = 0; i < x.Length; i++)
        {
            var (dx, dy) = (x[i] - xMean, y[i] - yMean);
            xx += weights[i] * dx * dx;
            xy += weights[i] * dx * dy;
            yy += weights[i] * dy * dy;
        }

        var slope = xx > 0 ? xy / xx : double.NaN;
        for (var i = 0; i < x.Length; i++)
        {
            var r = y[i] - yMean - slope * (x[i] - xMean);
            residual += weights[i] * r * r;
        }

        return Line(slope, xMean, yMean, xx, yy, residual, points, total);
    }

    /// <summary>Coefficients b that minimise |y - X b|, by Householder reflections.</summary>
    /// <param name="design">X, row after row: one row an observation, one column a coefficient (a column of ones
    /// for a constant term).</param>
    /// <param name="columns">Columns of X, at most as many as rows.</param>
    /// <param name="y">Observations.</param>
    /// <param name="weights">Inverse variances up to a common factor; empty for equal weights.</param>
    /// <exception cref="ArgumentException">Sizes disagree, a weight is negative, or the columns are linearly
    /// dependent to rounding.</exception>
    public static LinearModel Fit(
        ReadOnlySpan<double> design, int columns, ReadOnlySpan<double> y, ReadOnlySpan<double> weights = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(columns);
        var rows = y.Length;
        if (design.Length != (long)rows * columns)
            throw new ArgumentException(
                $"A design of {rows} x {columns} has not {design.Length} items.", nameof(design));
        if (rows < columns)
            throw new ArgumentException($"{rows} observations cannot give {columns} coefficients.", nameof(y));
        if (!weights.IsEmpty && weights.Length != rows)
            throw new ArgumentException($"{rows} observations but {weights.Length} weights.", nameof(weights));
        var right = y.ToArray();
        var matrix = new double[design.Length];
        for (var row = 0; row < rows; row++)
        {
            var root = weights.IsEmpty ? 1 : Math.Sqrt(weights[row]);
            right[row] *= root;
            for (var column = 0; column < columns; column++)
                matrix[column * rows + row] = root * design[row * columns + column];
        }

        return HouseholderQr.TryFactor(matrix, rows, columns, out var qr)
            ? LinearModel.Solve(qr, right, y, weights)
            : throw new ArgumentException("The columns of the design are linearly dependent.", nameof(design));
    }

    private static LineFit Line(
        double slope, double xMean, double yMean, double xx, double yy, double residual, int points, double total)
    {
        var variance = points > 2 ? residual / (points - 2) : double.NaN;
        var slopeError = Math.Sqrt(variance / xx);
        var interceptError = Math.Sqrt(variance * (1 / total + xMean * xMean / xx));
        var rSquared = yy > 0 ? 1 - residual / yy : double.NaN;
        return new LineFit(
            slope, yMean - slope * xMean, slopeError, interceptError, Math.Sqrt(variance), rSquared);
    }

    private static void RequirePoints(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        if (x.Length != y.Length)
            throw new ArgumentException($"{x.Length} abscissae but {y.Length} ordinates.", nameof(y));
        if (x.Length < 2)
            throw new ArgumentException($"A line needs two points; there are {x.Length}.", nameof(x));
    }
}
