namespace Isonomia.Numerics.Statistics.HeavyTails;

/// <summary>
/// Fits power laws by exact maximum likelihood (Clauset, Shalizi and Newman 2009, doi:10.1137/070710111). Of whole
/// numbers the likelihood is -n ln zeta(alpha, xmin) - alpha sum ln x, maximised itself; the closed formula that stands
/// in for it elsewhere is off by 0.3 at xmin = 1. Of real numbers alpha = 1 + n / sum ln(x / xmin).
/// </summary>
public static class PowerLaw
{
    // Steeper than any tail that is still one; there the search stops.
    private const double Steepest = 60;
    private const int FewestInTail = 2;

    /// <summary>Fits the numbers from <paramref name="xmin"/> on.</summary>
    /// <returns>Null where fewer than two distinct values are left.</returns>
    public static PowerLawFit? Fit(TailSample sample, double xmin)
    {
        ArgumentNullException.ThrowIfNull(sample);
        var from = sample.From(xmin);
        return from + FewestInTail > sample.Values.Length ? null : At(sample, from, xmin);
    }

    /// <summary>
    /// Fits from the smallest value at which the fit is nearest to the sample: of all distinct values within the
    /// range, that whose fit has the least Kolmogorov-Smirnov distance.
    /// </summary>
    /// <param name="sample">The sample.</param>
    /// <param name="least">The least candidate.</param>
    /// <param name="most">The greatest.</param>
    /// <param name="fewest">How many numbers must be left.</param>
    /// <returns>Null where no candidate leaves two distinct values and so many numbers.</returns>
    public static PowerLawFit? Search(
        TailSample sample, double least = 0, double most = double.PositiveInfinity, int fewest = FewestInTail)
    {
        ArgumentNullException.ThrowIfNull(sample);
        PowerLawFit? best = null;
        var alpha = 2.0;
        for (var i = sample.From(least); i + FewestInTail <= sample.Values.Length && sample.Values[i] <= most; i++)
        {
            if (sample.AtOrAbove[i] < fewest)
                break;
            var (exponent, error) = Exponent(sample, i, sample.Values[i], alpha);
            alpha = exponent;
            // Once a distance is beyond the best one, how far beyond does not matter.
            var distance = Distance(sample, i, sample.Values[i], alpha, best?.Distance ?? double.PositiveInfinity);
            if (best is null || distance < best.Distance)
                best = new PowerLawFit(alpha, error, sample.Values[i], distance, sample.AtOrAbove[i], 0);
        }

        return best is null ? null : best with
        {
            LogLikelihood = LogLikelihood(sample, sample.From(best.Xmin), best.Xmin, best.Alpha),
        };
    }

    /// <summary>Log density or probability of a value from xmin on.</summary>
    public static double LogDensity(double x, double alpha, double xmin, bool isDiscrete) =>
        -alpha * Math.Log(x) - LogNormalisation(alpha, xmin, isDiscrete);

    internal static double LogNormalisation(double alpha, double xmin, bool isDiscrete) => isDiscrete
        ? Math.Log(HurwitzZeta.Of(alpha, xmin))
        : (1 - alpha) * Math.Log(xmin) - Math.Log(alpha - 1);

    private static PowerLawFit At(TailSample sample, int from, double xmin)
    {
        var (alpha, error) = Exponent(sample, from, xmin, 2);
        return new PowerLawFit(alpha, error, xmin, Distance(sample, from, xmin, alpha, double.PositiveInfinity),
            sample.AtOrAbove[from], LogLikelihood(sample, from, xmin, alpha));
    }

    private static double LogLikelihood(TailSample sample, int from, double xmin, double alpha) =>
        -alpha * sample.LogSum[from] - sample.AtOrAbove[from] * LogNormalisation(alpha, xmin, sample.IsDiscrete);

    private static (double Alpha, double Error) Exponent(TailSample sample, int from, double xmin, double guess)
    {
        double n = sample.AtOrAbove[from];
        var meanLog = sample.LogSum[from] / n;
        if (!sample.IsDiscrete)
        {
            var alpha = 1 + 1 / (meanLog - Math.Log(xmin));
            return (alpha, (alpha - 1) / Math.Sqrt(n));
        }

        // -zeta'/zeta = mean ln x. Its left side falls with alpha and is convex, so Newton's steps from the left of the
        // root stay there; a step beyond the bounds is cut in half.
        var (low, high, at) = (1.0, Steepest, Math.Clamp(guess, 1.01, Steepest - 1));
        var information = double.NaN;
        for (var step = 0; step < 100; step++)
        {
            var (value, first, second) = HurwitzZeta.WithDerivatives(at, xmin);
            var slope = first / value;
            information = second / value - slope * slope;
            var excess = -slope - meanLog;
            if (excess > 0)
                low = at;
            else
                high = at;
            var next = at + excess / information;
            if (!(next > low && next < high))
                next = (low + high) / 2;
            var moved = Math.Abs(next - at);
            at = next;
            if (moved < 1e-12 * at)
                break;
        }

        return (at, 1 / Math.Sqrt(n * information));
    }

    // Between two distinct values the sample's distribution is flat and the fit's is not, so both ends are looked at.
    private static double Distance(TailSample sample, int from, double xmin, double alpha, double enough)
    {
        var (values, counts, logs) = (sample.Values, sample.Counts, sample.Logs);
        double n = sample.AtOrAbove[from];
        var (distance, below) = (0.0, 0);
        if (!sample.IsDiscrete)
        {
            var start = Math.Log(xmin);
            for (var i = from; i < values.Length && distance < enough; i++)
            {
                var fitted = 1 - Math.Exp((1 - alpha) * (logs[i] - start));
                distance = Math.Max(distance, Math.Abs(fitted - below / n));
                below += counts[i];
                distance = Math.Max(distance, Math.Abs(fitted - below / n));
            }

            return distance;
        }

        var total = HurwitzZeta.Of(alpha, xmin);
        var (survival, next) = (1.0, xmin);
        for (var i = from; i < values.Length && distance < enough; i++)
        {
            if (values[i] != next)
            {
                survival = HurwitzZeta.Of(alpha, values[i]) / total;
                distance = Math.Max(distance, Math.Abs(1 - survival - below / n));
            }

            below += counts[i];
            survival -= Math.Exp(-alpha * logs[i]) / total;
            next = values[i] + 1;
            distance = Math.Max(distance, Math.Abs(1 - survival - below / n));
        }

        return distance;
    }
}
