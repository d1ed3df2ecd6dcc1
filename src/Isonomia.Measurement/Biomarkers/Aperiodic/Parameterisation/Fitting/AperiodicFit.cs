namespace Isonomia.Measurement.Biomarkers.Aperiodic.Parameterisation.Fitting;

/// <summary>Least squares of the aperiodic component alone.</summary>
internal static class AperiodicFit
{
    /// <summary>
    /// Fits the bins of weight one. The line has a closed form; the knee is sought from <paramref name="start"/>, or
    /// without one from the first bin's power, no knee and the slope between the ends.
    /// </summary>
    /// <returns>The parameters, or null where no minimum is found.</returns>
    public static AperiodicParameters? Fit(
        FrequencyAxis axis,
        SpectralParameterisationOptions options,
        ReadOnlySpan<double> data,
        ReadOnlySpan<double> weights,
        AperiodicParameters? start)
    {
        if (options.Mode == AperiodicMode.Fixed)
            return Line(axis, data, weights);
        var last = axis.Bins - 1;
        var guess = start ?? new AperiodicParameters(
            data[0], 0, Math.Abs((data[last] - data[0]) / (axis.Logs[last] - axis.Logs[0]) * double.Log(10)));
        return KneeFit.Fit(axis.Logs, data, weights, guess, options.Tolerance);
    }

    private static AperiodicParameters? Line(
        FrequencyAxis axis, ReadOnlySpan<double> data, ReadOnlySpan<double> weights)
    {
        var (count, x, y) = (0.0, 0.0, 0.0);
        var logs = axis.Logs;
        for (var i = 0; i < axis.Bins; i++)
        {
            count += weights[i];
            x += weights[i] * logs[i];
            y += weights[i] * data[i];
        }

        (x, y) = (x / count, y / count);
        var (xx, xy) = (0.0, 0.0);
        for (var i = 0; i < axis.Bins; i++)
        {
            var away = weights[i] * (logs[i] - x);
            xx += away * (logs[i] - x);
            xy += away * (data[i] - y);
        }

        var slope = xy / xx;
        return double.IsFinite(slope) ? new(y - slope * x, 0, -slope * double.Log(10)) : null;
    }
}
