using Isonomia.Measurement.Results;
using Isonomia.Measurement.Settings;
using Isonomia.Numerics.Statistics.HeavyTails;

namespace Isonomia.Measurement.Biomarkers.Criticality.Avalanches;

/// <summary>The distribution of sizes or durations, beside power laws and other forms.</summary>
/// <param name="Values">The distinct values, ascending.</param>
/// <param name="Counts">How many avalanches have each.</param>
/// <param name="Fit">The power law; null where there are too few values.</param>
/// <param name="P">How probable a sample of the power law is that lies no nearer to its own fit.</param>
/// <param name="Comparisons">The power law beside other forms.</param>
public sealed record TailFinding(
    double[] Values, int[] Counts, PowerLawFit? Fit, double P, IReadOnlyList<TailComparison> Comparisons)
{
    /// <summary>Fewer avalanches in the tail make no exponent.</summary>
    public const int FewestInTail = 50;

    /// <summary>At or below this p Clauset, Shalizi and Newman 2009 rule the power law out.</summary>
    public const double RuledOut = 0.1;

    /// <summary>The exponent with its standard error, or why there is none.</summary>
    public Measured Exponent => Fit is { } fit
        ? Measured.Of(fit.Alpha, fit.StandardError)
        : Measured.Undefined($"fewer than {FewestInTail} avalanches, or all of one value");

    /// <summary>Fits and judges the values of avalanches.</summary>
    /// <param name="values">Sizes or durations.</param>
    /// <param name="from">The least and the greatest smallest value that may be fitted.</param>
    /// <param name="samples">Samples for the goodness of fit.</param>
    /// <param name="threads">How many threads may be used.</param>
    /// <param name="cancel">Stops between samples.</param>
    public static TailFinding Of(
        IReadOnlyList<int> values, Interval from, int samples, int threads, CancellationToken cancel)
    {
        var sample = TailSample.OfWhole(values);
        var fit = Fitted(sample, from);
        if (fit is null)
            return new TailFinding(sample.Values, sample.Counts, null, double.NaN, []);
        var p = samples > 0
            ? PowerLawTest.PValue(sample, fit, s => Fitted(s, from), samples, seed: 1, threads, cancel)
            : double.NaN;
        return new TailFinding(sample.Values, sample.Counts, fit, p,
            [.. TailForm.All.Select(form => TailComparison.Of(sample, fit, form)).OfType<TailComparison>()]);
    }

    /// <summary>The result as it appears in the output.</summary>
    public Reading ToReading()
    {
        var reading = new Reading().Number("exponent", Exponent, "1");
        if (Fit is { } fit)
        {
            reading.Number("from", fit.Xmin, "1").Count("fitted", fit.Count).Number("ks_distance", fit.Distance, "1")
                .Number("p", double.IsNaN(P) ? Measured.Undefined("avalanches.samples is 0") : Measured.Of(P), "1");
        }

        foreach (var c in Comparisons)
        {
            reading.Group("versus_" + c.Form, new Reading().Number("log_ratio", c.LogRatio, "1")
                .Number("vuong", c.Normalised, "1").Number("vuong_p", c.P, "1"));
        }

        return reading.Curve("values", Values, "1").Curve("counts", Array.ConvertAll(Counts, c => (double)c), "count");
    }

    private static PowerLawFit? Fitted(TailSample sample, Interval from)
    {
        var fit = from.Low == from.High
            ? PowerLaw.Fit(sample, from.Low)
            : PowerLaw.Search(sample, from.Low, from.High, FewestInTail);
        return fit is { } found && found.Count >= FewestInTail ? found : null;
    }
}
