using System.Numerics;
using System.Runtime.InteropServices;

namespace Isonomia.Measurement.Biomarkers.Criticality;

/// <summary>
/// The branching parameter from activity of which only a part was recorded (Wilting &amp; Priesemann 2018,
/// doi:10.1038/s41467-018-04725-4): the slope r_k of the regression of activity on activity k steps before is b m^k,
/// where b falls with the part that was recorded and m does not; so m is taken from how r_k decays with k, and not from
/// r_1 alone.
/// </summary>
public static class MultistepRegression
{
    /// <summary>
    /// r_k for k = 1 to <paramref name="steps"/>: the covariance of a_t and a_(t+k), each about its own mean, over the
    /// variance of a_t; the mean over trials where there are several.
    /// </summary>
    /// <param name="trials">Activity of each trial: spikes, or active units, in bins of one step.</param>
    /// <param name="steps">How many steps; fewer than bins in a trial.</param>
    /// <returns>NaN where activity is constant.</returns>
    /// <exception cref="ArgumentException">There is no trial, or one is not longer than the steps.</exception>
    public static double[] Slopes(IReadOnlyList<double[]> trials, int steps)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        if (trials.Count == 0 || trials.Any(t => t.Length <= steps + 1))
            throw new ArgumentException($"every trial must be longer than {steps + 1} bins", nameof(trials));
        var slopes = new double[steps];
        foreach (var trial in trials)
        {
            for (var k = 1; k <= steps; k++)
                slopes[k - 1] += Slope(trial.AsSpan(0, trial.Length - k), trial.AsSpan(k)) / trials.Count;
        }

        return slopes;
    }

    /// <summary>Fits b m^k to r_k by least squares. For each m the best b is known, so that only m is searched for; the
    /// sum of squares may have several minima, and the lowest of a fine grid is refined.</summary>
    /// <param name="slopes">r_k for k = 1, 2, ...; at least three.</param>
    /// <exception cref="ArgumentException">There are fewer than three slopes.</exception>
    public static BranchingEstimate Fit(IReadOnlyList<double> slopes) => Fit(slopes, WithoutOffset, offset: false, 3);

    /// <summary>The same with an offset, b m^k + c: what slow drifts leave in all slopes.</summary>
    /// <param name="slopes">r_k for k = 1, 2, ...; at least four.</param>
    /// <exception cref="ArgumentException">There are fewer than four slopes.</exception>
    public static BranchingEstimate FitWithOffset(IReadOnlyList<double> slopes) => Fit(slopes, WithOffset, offset: true, 4);

    private static BranchingEstimate Fit(
        IReadOnlyList<double> slopes, Func<double[], double, (double, double, double)> at, bool offset, int fewest)
    {
        if (slopes.Count < fewest)
            throw new ArgumentException($"{slopes.Count} slopes do not make a decay", nameof(slopes));
        double[] r = [.. slopes];
        const int Grid = 400;
        // Time constants from a tenth of a step to a hundred times the range that was measured.
        var (low, high) = (Math.Log(0.1), Math.Log(100.0 * slopes.Count));
        var spacing = (high - low) / Grid;
        var best = Enumerable.Range(0, Grid + 1)
            .MinBy(i => -Explained(r, Math.Exp(-Math.Exp(-(low + i * spacing))), offset)) * spacing + low;
        var (a, b) = (best - spacing, best + spacing);
        const double Golden = 0.6180339887498949;
        while (b - a > 1e-10)
        {
            var (c, d) = (b - Golden * (b - a), a + Golden * (b - a));
            (a, b) = Squares(c) <= Squares(d) ? (a, d) : (c, b);
        }

        var tau = Math.Exp((a + b) / 2);
        var (squares, amplitude, left) = at(r, Math.Exp(-1 / tau));
        var mean = r.Average();
        var total = r.Sum(x => (x - mean) * (x - mean));
        return new BranchingEstimate(Math.Exp(-1 / tau), tau, amplitude, 1 - squares / total)
        {
            Offset = left,
            Residual = squares,
        };

        double Squares(double logTau) => at(r, Math.Exp(-Math.Exp(-logTau))).Item1;
    }

    // The sum of squares that the best b (and c) take away, in one pass over four powers side by side. It loses digits to
    // cancellation, so that it only chooses where the search begins.
    private static double Explained(double[] slopes, double m, bool offset)
    {
        Span<double> power = [m, m * m, m * m * m, m * m * m * m];
        Span<double> sums = stackalloc double[4], squares = stackalloc double[4], products = stackalloc double[4];
        var (step, n, mean) = (power[3], slopes.Length, 0.0);
        foreach (var r in slopes)
            mean += r / n;
        var centre = offset ? mean : 0;
        for (var i = 0; i < n; i += 4)
        {
            for (var lane = 0; lane < 4 && i + lane < n; lane++)
            {
                var p = power[lane];
                sums[lane] += p;
                squares[lane] += p * p;
                products[lane] += p * (slopes[i + lane] - centre);
                power[lane] = p * step;
            }
        }

        var (sum, norm, product) = (sums[0] + sums[1] + sums[2] + sums[3],
            squares[0] + squares[1] + squares[2] + squares[3], products[0] + products[1] + products[2] + products[3]);
        if (offset)
            norm -= sum * sum / n;
        return norm > 0 ? product * product / norm : 0;
    }

    private static (double Squares, double Amplitude, double Offset) WithoutOffset(double[] slopes, double m)
    {
        var (power, product, norm) = (1.0, 0.0, 0.0);
        foreach (var r in slopes)
        {
            power *= m;
            product += r * power;
            norm += power * power;
        }

        var height = product / norm;
        return (Left(slopes, m, height, 0), height, 0);
    }

    private static (double Squares, double Amplitude, double Offset) WithOffset(double[] slopes, double m)
    {
        var n = slopes.Length;
        // The mean of m^k is a geometric sum; sums about it keep their digits where m^k hardly changes.
        var (power, meanPower, meanSlope) = (1.0, 0.0, 0.0);
        foreach (var r in slopes)
        {
            power *= m;
            meanPower += power / n;
            meanSlope += r / n;
        }

        var (product, norm) = (0.0, 0.0);
        power = 1;
        foreach (var r in slopes)
        {
            power *= m;
            product += (r - meanSlope) * (power - meanPower);
            norm += (power - meanPower) * (power - meanPower);
        }

        var height = norm > 0 ? product / norm : 0;
        var offset = meanSlope - height * meanPower;
        return (Left(slopes, m, height, offset), height, offset);
    }

    private static double Left(double[] slopes, double m, double height, double offset)
    {
        var (left, sum) = (height, 0.0);
        foreach (var r in slopes)
        {
            left *= m;
            var difference = r - left - offset;
            sum += difference * difference;
        }

        return sum;
    }

    private static double Slope(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        // About a mean that is near both, sums of products lose no digits.
        var n = x.Length;
        var centre = x[0];
        var (sumX, sumY, xx, xy) = (Vector<double>.Zero, Vector<double>.Zero, Vector<double>.Zero, Vector<double>.Zero);
        var middle = new Vector<double>(centre);
        var wideX = MemoryMarshal.Cast<double, Vector<double>>(x);
        var wideY = MemoryMarshal.Cast<double, Vector<double>>(y);
        for (var i = 0; i < wideX.Length; i++)
        {
            var (a, b) = (wideX[i] - middle, wideY[i] - middle);
            (sumX, sumY, xx, xy) = (sumX + a, sumY + b, xx + a * a, xy + a * b);
        }

        var (sx, sy, sxx, sxy) = (Vector.Sum(sumX), Vector.Sum(sumY), Vector.Sum(xx), Vector.Sum(xy));
        for (var i = wideX.Length * Vector<double>.Count; i < n; i++)
        {
            var (a, b) = (x[i] - centre, y[i] - centre);
            (sx, sy, sxx, sxy) = (sx + a, sy + b, sxx + a * a, sxy + a * b);
        }

        return (sxy - sx * sy / n) / (sxx - sx * sx / n);
    }
}
