namespace Isonomia.Measurement.Biomarkers.Aperiodic.Parameterisation.Fitting;

/// <summary>Bounds on parameters, and how far away they are.</summary>
internal static class Bounds
{
    /// <summary>
    /// Moves parameters that lie on a bound (or within <paramref name="margin"/> of it, relative to its size) a little
    /// inside.
    /// </summary>
    public static void PushInside(Span<double> x, ReadOnlySpan<double> low, ReadOnlySpan<double> high, double margin)
    {
        for (var i = 0; i < x.Length; i++)
        {
            var (below, above) = (x[i] - low[i], high[i] - x[i]);
            var nearLow = margin * Math.Max(1, Math.Abs(low[i]));
            var nearHigh = margin * Math.Max(1, Math.Abs(high[i]));
            if (margin == 0 ? x[i] >= high[i] : double.IsFinite(high[i]) && above <= Math.Min(below, nearHigh))
                x[i] = margin == 0 ? Math.BitDecrement(high[i]) : high[i] - nearHigh;
            else if (margin == 0 ? x[i] <= low[i] : double.IsFinite(low[i]) && below <= Math.Min(above, nearLow))
                x[i] = margin == 0 ? Math.BitIncrement(low[i]) : low[i] + nearLow;
            if (x[i] < low[i] || x[i] > high[i])
                x[i] = (low[i] + high[i]) / 2;
        }
    }

    /// <summary>
    /// Coleman and Li's scaling: the distance to the bound that steepest descent heads for (one where there is none)
    /// and its derivative.
    /// </summary>
    public static void Distances(
        ReadOnlySpan<double> x,
        ReadOnlySpan<double> gradient,
        ReadOnlySpan<double> low,
        ReadOnlySpan<double> high,
        Span<double> distance,
        Span<double> derivative)
    {
        for (var i = 0; i < x.Length; i++)
        {
            (distance[i], derivative[i]) = gradient[i] switch
            {
                < 0 when double.IsFinite(high[i]) => (high[i] - x[i], -1),
                > 0 when double.IsFinite(low[i]) => (x[i] - low[i], 1),
                _ => (1, 0),
            };
        }
    }

    /// <summary>Whether a step from <paramref name="x"/> stays within the bounds.</summary>
    public static bool Allow(
        ReadOnlySpan<double> x, ReadOnlySpan<double> step, ReadOnlySpan<double> low, ReadOnlySpan<double> high)
    {
        for (var i = 0; i < x.Length; i++)
        {
            if (!(x[i] + step[i] >= low[i] && x[i] + step[i] <= high[i]))
                return false;
        }

        return true;
    }

    /// <summary>How often a step can be taken before one parameter reaches its bound.</summary>
    public static double StepsTo(double x, double step, double low, double high) => step switch
    {
        0 => double.PositiveInfinity,
        _ => Math.Max((low - x) / step, (high - x) / step),
    };

    /// <summary>How often a step can be taken before the first parameter reaches a bound.</summary>
    public static double StepsTo(
        ReadOnlySpan<double> x, ReadOnlySpan<double> step, ReadOnlySpan<double> low, ReadOnlySpan<double> high)
    {
        var least = double.PositiveInfinity;
        for (var i = 0; i < x.Length; i++)
            least = Math.Min(least, StepsTo(x[i], step[i], low[i], high[i]));
        return least;
    }
}
