using Isonomia.Measurement.Results;
using Isonomia.Numerics.Statistics;
using MathNet.Numerics.Distributions;

namespace Isonomia.Measurement.Biomarkers.Complexity;

/// <summary>The mean of successive windows, with an uncertainty that allows for their being alike.</summary>
internal static class WindowMean
{
    // Below this the likeness of neighbours cannot be told from chance.
    private const int EnoughForLikeness = 10;

    /// <summary>
    /// Mean, standard error and 95 % interval by Student's t. Of n windows of which neighbours correlate by r, only
    /// n (1 - r) / (1 + r) count; r is corrected for the bias of short series (Marriott and Pope 1954,
    /// doi:10.1093/biomet/41.3-4.390), negative ones are taken as zero, and 0.9 is the most.
    /// </summary>
    /// <param name="values">One number a window, in order of time; not empty.</param>
    public static Measured Of(double[] values)
    {
        var mean = Descriptive.Mean(values);
        var variance = Descriptive.Variance(values);
        if (values.Length < 3 || !(variance > 0))
            return Measured.Of(mean);
        var likeness = Likeness(values, mean, variance);
        var independent = Math.Max(2, values.Length * (1 - likeness) / (1 + likeness));
        var error = Math.Sqrt(variance / (independent - 1));
        var reach = error * StudentT.InvCDF(0, 1, independent - 1, 0.975);
        return Measured.Of(mean) with { StandardError = error, Confidence95 = (mean - reach, mean + reach) };
    }

    private static double Likeness(double[] values, double mean, double variance)
    {
        if (values.Length < EnoughForLikeness)
            return 0;
        var sum = 0.0;
        for (var i = 1; i < values.Length; i++)
            sum += (values[i] - mean) * (values[i - 1] - mean);
        var raw = sum / values.Length / variance;
        return Math.Clamp(((values.Length * raw) + 1) / (values.Length - 4), 0, 0.9);
    }
}
