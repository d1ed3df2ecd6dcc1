using Isonomia.Measurement.Biomarkers.Criticality;

namespace Isonomia.Measurement.Biomarkers.Timescales;

/// <summary>What is read from an autocorrelation: an exponential decay to an offset, and two widths.</summary>
internal static class CorrelationDecay
{
    // A decay slower than the lags that were looked at has not been seen.
    private const double Unseen = 1;

    /// <summary>
    /// The timescale in lags of A (exp(-k/tau) + B), fitted from the first lag on from which correlations fall (Murray
    /// et al. 2014, doi:10.1038/nn.3862: before it refractoriness and adaptation act); or why there is none.
    /// </summary>
    /// <param name="correlations">From lag 1 on.</param>
    public static (BranchingEstimate? Fit, string? Why) Exponential(ReadOnlySpan<double> correlations)
    {
        var from = 0;
        while (from + 1 < correlations.Length && !(correlations[from + 1] < correlations[from]))
            from++;
        if (correlations.Length - from < 5)
            return (null, "correlations do not fall within the lags that were looked at");
        var fit = MultistepRegression.FitWithOffset(correlations[from..].ToArray());
        return fit.Amplitude <= 0 ? (null, "correlations rise rather than fall")
            : fit.TauSteps > Unseen * correlations.Length ? (null, "the decay is slower than the lags that were looked at")
            : (fit, null);
    }

    /// <summary>The first lag, between samples, at which a level is crossed; NaN where it is not.</summary>
    /// <param name="correlations">From lag 0 on.</param>
    /// <param name="level">The level.</param>
    public static double Crossing(ReadOnlySpan<double> correlations, double level)
    {
        for (var k = 1; k < correlations.Length; k++)
        {
            if (correlations[k] <= level)
                return k - 1 + (correlations[k - 1] - level) / (correlations[k - 1] - correlations[k]);
        }

        return double.NaN;
    }
}
