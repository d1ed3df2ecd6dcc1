namespace Isonomia.Measurement.Biomarkers.Criticality.Branching;

/// <summary>
/// Whether slopes are those of a branching process (Wilting and Priesemann 2018, doi:10.1038/s41467-018-04725-4,
/// methods): not with an offset that halves the residual, not with a timescale that an offset changes threefold, not
/// nearer to a line than to an exponential.
/// </summary>
internal static class BranchingChecks
{
    private const double Halved = 2;
    private const double Changed = 2;

    /// <summary>What speaks against it.</summary>
    public static IEnumerable<string> Of(double[] slopes, BranchingEstimate plain, BranchingEstimate offset)
    {
        if (Halved * offset.Residual < plain.Residual)
            yield return "slopes end at an offset: activity drifts, or there are two timescales; see offset_m";
        var (shorter, longer) = (Math.Min(plain.TauSteps, offset.TauSteps), Math.Max(plain.TauSteps, offset.TauSteps));
        if ((longer - shorter) / shorter > Changed)
            yield return "an offset changes the timescale more than threefold, so that neither can be relied on";
        if (LineResidual(slopes) < plain.Residual)
            yield return "slopes fall along a line rather than an exponential";
    }

    /// <summary>Whether slopes are above zero on average, by a t-test at 0.1 on one side; without that activity has no
    /// memory, as of a Poisson process.</summary>
    public static bool HasMemory(double[] slopes)
    {
        var mean = slopes.Average();
        var deviation = Math.Sqrt(slopes.Sum(r => (r - mean) * (r - mean)) / (slopes.Length - 1));
        var t = mean / (deviation / Math.Sqrt(slopes.Length));
        return MathNet.Numerics.Distributions.StudentT.CDF(0, 1, slopes.Length - 1, t) > 0.9;
    }

    private static double LineResidual(double[] slopes)
    {
        double[] k = [.. Enumerable.Range(1, slopes.Length).Select(i => (double)i)];
        var line = Numerics.Fitting.LeastSquares.Line(k, slopes);
        return slopes.Select((r, i) => r - line.At(i + 1)).Sum(d => d * d);
    }
}
