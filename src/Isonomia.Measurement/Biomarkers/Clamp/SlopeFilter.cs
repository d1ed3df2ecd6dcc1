namespace Isonomia.Measurement.Biomarkers.Clamp;

/// <summary>The slope of a signal: of the straight line through each sample and as many on either side.</summary>
internal static class SlopeFilter
{
    /// <summary>Level and slope per second at every sample; at the ends of as many as there are.</summary>
    public static (double[] Level, double[] Slope) Fit(double[] x, int side, double samplingRate)
    {
        var (level, slope) = (new double[x.Length], new double[x.Length]);
        for (var t = 0; t < x.Length; t++)
        {
            var (from, to) = (Math.Max(0, t - side), Math.Min(x.Length - 1, t + side));
            var (n, middle) = (to - from + 1, (from + to) / 2.0);
            var (mean, products, squares) = (0.0, 0.0, 0.0);
            for (var k = from; k <= to; k++)
            {
                mean += x[k] / n;
                products += (k - middle) * x[k];
                squares += (k - middle) * (k - middle);
            }

            slope[t] = products / squares * samplingRate;
            level[t] = mean + ((t - middle) * products / squares);
        }

        return (level, slope);
    }
}
