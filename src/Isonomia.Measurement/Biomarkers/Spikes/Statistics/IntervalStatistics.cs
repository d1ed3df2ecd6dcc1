using Isonomia.Measurement.Results;

namespace Isonomia.Measurement.Biomarkers.Spikes.Statistics;

/// <summary>
/// How irregular a spike train is, from its intervals I_1 ... I_n: 0 for a clock, 1 for a Poisson process (LvR above 1,
/// as it does not count refractoriness as regularity). Times are in seconds, ascending. A train of fewer than three
/// spikes has one interval at most, and no irregularity.
/// </summary>
public static class IntervalStatistics
{
    private const string TooFew = "fewer than three spikes";

    /// <summary>Coefficient of variation: the intervals' standard deviation (over n) divided by their mean.</summary>
    public static Measured Cv(ReadOnlySpan<double> times)
    {
        if (times.Length < 3)
            return Measured.Undefined(TooFew);
        var n = times.Length - 1;
        var mean = (times[^1] - times[0]) / n;
        var squares = 0.0;
        for (var i = 1; i < times.Length; i++)
        {
            var deviation = times[i] - times[i - 1] - mean;
            squares += deviation * deviation;
        }

        return Measured.Of(Math.Sqrt(squares / n) / mean);
    }

    /// <summary>CV2 (Holt et al. 1996): mean of 2 |I_(i+1) - I_i| / (I_(i+1) + I_i).</summary>
    public static Measured Cv2(ReadOnlySpan<double> times)
    {
        if (times.Length < 3)
            return Measured.Undefined(TooFew);
        var sum = 0.0;
        for (var i = 2; i < times.Length; i++)
            sum += Math.Abs(times[i] - (2 * times[i - 1]) + times[i - 2]) / (times[i] - times[i - 2]);
        return Measured.Of(2 * sum / (times.Length - 2));
    }

    /// <summary>Local variation (Shinomoto et al. 2003): 3 times the mean of
    /// ((I_i - I_(i+1)) / (I_i + I_(i+1)))^2.</summary>
    public static Measured Lv(ReadOnlySpan<double> times) => LvR(times, 0);

    /// <summary>
    /// Local variation compensated for refractoriness (Shinomoto et al. 2009): 3 times the mean of
    /// (1 - 4 I_i I_(i+1) / (I_i + I_(i+1))^2) (1 + 4 R / (I_i + I_(i+1))); with R = 0 it is LV.
    /// </summary>
    /// <param name="times">Spike times in seconds, ascending.</param>
    /// <param name="refractoriness">R, in seconds.</param>
    public static Measured LvR(ReadOnlySpan<double> times, double refractoriness)
    {
        if (times.Length < 3)
            return Measured.Undefined(TooFew);
        var sum = 0.0;
        for (var i = 2; i < times.Length; i++)
        {
            var both = times[i] - times[i - 2];
            // (a - b)^2 / (a + b)^2 is 1 - 4ab / (a + b)^2 without its cancellation.
            var contrast = (times[i] - (2 * times[i - 1]) + times[i - 2]) / both;
            sum += contrast * contrast * (1 + (4 * refractoriness / both));
        }

        return Measured.Of(3 * sum / (times.Length - 2));
    }
}
