using Isonomia.Numerics.Statistics;
using Isonomia.Numerics.Statistics.Kernels;

namespace Isonomia.Numerics.Fitting;

/// <summary>
/// Straight lines that outliers do not bend: iteratively reweighted least squares (Holland and Welsch 1977,
/// doi:10.1080/03610927708827533), started from ordinary least squares, with the weights of
/// <see cref="RobustWeight"/> and the scale median|r| / 0.6745.
/// </summary>
public static class RobustRegression
{
    private const double NormalMad = 0.6745;
    private const double RootEpsilon = 1.4901161193847656e-8;

    /// <summary>Fits a line.</summary>
    /// <param name="x">Abscissae, at least two of them different.</param>
    /// <param name="y">Ordinates, as many.</param>
    /// <param name="options">Null for <see cref="RobustOptions.Default"/>.</param>
    /// <param name="weights">Receives the final weight of each point, 0 to 1; empty where not wanted.</param>
    /// <returns>NaN throughout where all x are equal or anything is NaN.</returns>
    /// <remarks>Standard errors follow DuMouchel and O'Brien 1989: the residual scale of the weighted fit, never
    /// below a mean of it and the ordinary one.</remarks>
    /// <exception cref="ArgumentException">The spans differ in length, or hold fewer than two points.</exception>
    public static RobustLineFit Line(
        ReadOnlySpan<double> x, ReadOnlySpan<double> y, RobustOptions? options = null, Span<double> weights = default)
    {
        options ??= RobustOptions.Default;
        var start = LeastSquares.Line(x, y);
        var n = x.Length;
        if (!weights.IsEmpty && weights.Length != n)
            throw new ArgumentException($"{n} points but room for {weights.Length} weights.", nameof(weights));
        if (double.IsNaN(start.Slope) || double.IsNaN(start.Intercept))
        {
            weights.Fill(double.NaN);
            return new RobustLineFit(
                double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, 0, Converged: false);
        }

        using var memory = new Scratch(4 * n);
        var work = new Work(
            memory.Span[..n], memory.Span.Slice(n, n), memory.Span.Slice(2 * n, n), memory.Span.Slice(3 * n, n));
        FindLeverage(x, work.Leverage);

        // Residuals this small are rounding, not scatter: an exact line keeps its weights.
        var tiny = 1e-6 * Descriptive.StandardDeviation(y, 1);
        if (!(tiny > 0))
            tiny = 1;
        var (slope, intercept) = (start.Slope, start.Intercept);
        var (converged, iterations) = (false, 0);
        while (!converged && !double.IsNaN(slope) && iterations < options.MaxIterations)
        {
            iterations++;
            var scale = Math.Max(tiny, Residuals(x, y, slope, intercept, work, options));
            Weigh(work.Residual, scale * options.EffectiveTuning, options.Weight, work.Weight);
            var (oldSlope, oldIntercept) = (slope, intercept);
            var fit = LeastSquares.Line(x, y, work.Weight);
            (slope, intercept) = (fit.Slope, fit.Intercept);
            converged = Settled(slope, oldSlope, options.Tolerance)
                && Settled(intercept, oldIntercept, options.Tolerance);
        }

        if (!weights.IsEmpty)
            work.Weight.CopyTo(weights);
        var final = Residuals(x, y, slope, intercept, work, options);
        var sigma = Sigma(work, Math.Max(final, tiny), start.ResidualDeviation, options);
        var xMean = SumKernel.Sum(x) / n;
        var xx = SumKernel.Products(x, xMean, x, xMean);
        return new RobustLineFit(
            slope, intercept, sigma / Math.Sqrt(xx), sigma * Math.Sqrt(1.0 / n + xMean * xMean / xx),
            final, iterations, converged);
    }

    private static void FindLeverage(ReadOnlySpan<double> x, Span<double> leverage)
    {
        var mean = SumKernel.Sum(x) / x.Length;
        var xx = SumKernel.Products(x, mean, x, mean);
        for (var i = 0; i < x.Length; i++)
            leverage[i] = Math.Min(0.9999, 1.0 / x.Length + (x[i] - mean) * (x[i] - mean) / xx);
    }

    // Leaves the (adjusted) residuals in the workspace and returns their scale.
    private static double Residuals(
        ReadOnlySpan<double> x,
        ReadOnlySpan<double> y,
        double slope,
        double intercept,
        Work work,
        RobustOptions options)
    {
        for (var i = 0; i < x.Length; i++)
        {
            var r = y[i] - intercept - slope * x[i];
            work.Residual[i] = options.AdjustLeverage ? r / Math.Sqrt(1 - work.Leverage[i]) : r;
            work.Magnitude[i] = Math.Abs(work.Residual[i]);
        }

        if (!options.AdjustLeverage)
            return OrderStatistics.Median(work.Magnitude) / NormalMad;
        OrderStatistics.Select(work.Magnitude, 0);
        return OrderStatistics.Median(work.Magnitude[1..]) / NormalMad;
    }

    private static void Weigh(
        ReadOnlySpan<double> residuals, double scale, RobustWeight weight, Span<double> weights)
    {
        for (var i = 0; i < residuals.Length; i++)
        {
            var u = Math.Abs(residuals[i] / scale);
            weights[i] = weight == RobustWeight.Huber ? 1 / Math.Max(1, u) : u < 1 ? (1 - u * u) * (1 - u * u) : 0;
        }
    }

    private static bool Settled(double now, double before, double tolerance) =>
        Math.Abs(now - before) <= tolerance * Math.Max(Math.Abs(now), Math.Abs(before));

    private static double Sigma(Work work, double scale, double ordinary, RobustOptions options)
    {
        const int p = 2;
        var n = work.Weight.Length;
        if (n <= p)
            return double.NaN;
        double robust;
        var (included, squares, allOrNothing) = (0, 0.0, true);
        for (var i = 0; i < n; i++)
        {
            var w = work.Weight[i];
            allOrNothing &= w is < RootEpsilon or > 1 - RootEpsilon;
            if (w <= 1 - RootEpsilon)
                continue;
            included++;
            var r = work.Residual[i] * (options.AdjustLeverage ? Math.Sqrt(1 - work.Leverage[i]) : 1);
            squares += r * r;
        }

        if (allOrNothing)
        {
            robust = Math.Sqrt(squares / Math.Max(1, included - p));
        }
        else
        {
            var tuned = scale * options.EffectiveTuning;
            double slope = 0, square = 0;
            for (var i = 0; i < n; i++)
            {
                var u = work.Residual[i] / tuned;
                var (psi, derivative) = Psi(u, options.Weight);
                slope += derivative / n;
                square += (1 - work.Leverage[i]) * psi * psi / (n - p);
            }

            var correction = 1 + (double)p / n * (1 - slope) / slope;
            robust = correction * Math.Sqrt(square) * tuned / slope;
        }

        return Math.Max(robust, Math.Sqrt((ordinary * ordinary * p * p + robust * robust * n) / (p * p + n)));
    }

    private static (double Psi, double Derivative) Psi(double u, RobustWeight weight)
    {
        if (weight == RobustWeight.Huber)
            return Math.Abs(u) <= 1 ? (u, 1) : (Math.Sign(u), 0);
        var inside = 1 - u * u;
        return inside > 0 ? (u * inside * inside, inside * (1 - 5 * u * u)) : (0, 0);
    }

    private readonly ref struct Work(
        Span<double> residual, Span<double> magnitude, Span<double> leverage, Span<double> weight)
    {
        public readonly Span<double> Residual = residual, Magnitude = magnitude, Leverage = leverage, Weight = weight;
    }
}
