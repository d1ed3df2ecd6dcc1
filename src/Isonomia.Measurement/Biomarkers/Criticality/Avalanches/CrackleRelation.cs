using Isonomia.Measurement.Results;
using Isonomia.Numerics.Random;
using Isonomia.Numerics.Statistics;
using Isonomia.Numerics.Statistics.HeavyTails;

namespace Isonomia.Measurement.Biomarkers.Criticality.Avalanches;

/// <summary>
/// The exponents of size, duration and mean size by duration hang together at criticality:
/// gamma = (alpha - 1)/(tau - 1) (Muller 2001; Sethna, Dahmen and Myers 2001, doi:10.1038/35065675). How far they do
/// not is the deviation from criticality coefficient (Ma et al. 2019, doi:10.1016/j.neuron.2019.08.031).
/// </summary>
/// <param name="Gamma">How mean size grows with duration.</param>
/// <param name="Predicted">What the other two exponents say it should be.</param>
/// <param name="Deviation">The distance of the two.</param>
public sealed record CrackleRelation(Measured Gamma, Measured Predicted, Measured Deviation)
{
    /// <summary>Finds the three with intervals from resampled avalanches.</summary>
    /// <param name="avalanches">The avalanches.</param>
    /// <param name="size">The power law of their sizes.</param>
    /// <param name="duration">That of their durations.</param>
    /// <param name="resamples">How many resamples.</param>
    public static CrackleRelation Of(AvalancheList avalanches, TailFinding size, TailFinding duration, int resamples)
    {
        ArgumentNullException.ThrowIfNull(avalanches);
        var gamma = SizeScaling.Exponent(avalanches.Sizes, avalanches.Durations);
        if (size.Fit is not { } ofSize || duration.Fit is not { } ofDuration)
        {
            var none = Measured.Undefined("sizes or durations have no exponent");
            return new CrackleRelation(Defined(gamma), none, none);
        }

        var drawn = Enumerable.Range(0, resamples)
            .Select(i => Resampled(avalanches, ofSize.Xmin, ofDuration.Xmin, i)).ToArray();
        var predicted = (ofDuration.Alpha - 1) / (ofSize.Alpha - 1);
        return new CrackleRelation(
            With(Defined(gamma), drawn.Select(d => d.Gamma)),
            With(Measured.Of(predicted), drawn.Select(d => d.Predicted)),
            double.IsNaN(gamma)
                ? Defined(gamma)
                : With(Measured.Of(Math.Abs(predicted - gamma)), drawn.Select(d => Math.Abs(d.Predicted - d.Gamma))));
    }

    private static Measured Defined(double gamma) => double.IsNaN(gamma)
        ? Measured.Undefined($"fewer than three durations have {SizeScaling.Fewest} avalanches")
        : Measured.Of(gamma);

    private static (double Gamma, double Predicted) Resampled(
        AvalancheList avalanches, double sizeFrom, double durationFrom, int resample)
    {
        var count = avalanches.Sizes.Count;
        var at = new int[count];
        new RandomStream(1, "avalanche resamples", resample).FillBelow(at, count);
        var sizes = Array.ConvertAll(at, i => avalanches.Sizes[i]);
        var durations = Array.ConvertAll(at, i => avalanches.Durations[i]);
        var (size, duration) = (PowerLaw.Fit(TailSample.OfWhole(sizes), sizeFrom),
            PowerLaw.Fit(TailSample.OfWhole(durations), durationFrom));
        return (SizeScaling.Exponent(sizes, durations),
            size is null || duration is null ? double.NaN : (duration.Alpha - 1) / (size.Alpha - 1));
    }

    private static Measured With(Measured value, IEnumerable<double> drawn)
    {
        double[] defined = [.. drawn.Where(double.IsFinite)];
        return !value.IsDefined || defined.Length < 20 ? value : value with
        {
            StandardError = Descriptive.StandardDeviation(defined, 1),
            Confidence95 = (OrderStatistics.Percentile(defined, 2.5), OrderStatistics.Percentile(defined, 97.5)),
        };
    }
}
