using Isonomia.Measurement.Biomarkers.Amplitude;
using Isonomia.Measurement.Recordings;
using Isonomia.Measurement.Results;
using Isonomia.Measurement.Settings;
using Isonomia.Numerics.Statistics;

namespace Isonomia.Measurement.Biomarkers.Rhythms;

/// <summary>Bursts of a rhythm in one band.</summary>
/// <param name="Band">The band.</param>
/// <param name="Rate">How many there are a minute.</param>
/// <param name="Duration">How long they last on average, in s.</param>
/// <param name="Peak">Their largest amplitude on average, in multiples of the mean amplitude.</param>
/// <param name="Occupancy">The share of time in bursts.</param>
/// <param name="Count">How many there are.</param>
public sealed record BandBursts(Band Band, Measured Rate, Measured Duration, Measured Peak, Measured Occupancy, int Count)
{
    /// <summary>None was sought, and why.</summary>
    public static BandBursts Without(Band band, string why)
    {
        var none = Measured.Undefined(why);
        return new BandBursts(band, none, none, none, none, 0);
    }

    /// <summary>Finds the bursts of an amplitude.</summary>
    /// <param name="band">The band.</param>
    /// <param name="envelope">The amplitude.</param>
    /// <param name="threshold">Standard deviations above the mean above which a burst lasts.</param>
    /// <param name="cycles">Cycles of the band's middle frequency that it lasts at least.</param>
    public static BandBursts Of(Band band, BandEnvelope envelope, double threshold, double cycles)
    {
        ArgumentNullException.ThrowIfNull(band);
        ArgumentNullException.ThrowIfNull(envelope);
        var total = envelope.Runs.Sum(r => (long)r.Count);
        var seconds = total / envelope.SamplingRate;
        if (seconds < 1)
            return Without(band, "less than a second of amplitude is left after filtering");
        var (mean, deviation) = Moments(envelope, total);
        var shortest = cycles / ((band.Range.Low + band.Range.High) / 2) * envelope.SamplingRate;
        var (lengths, peaks) = (new List<double>(), new List<double>());
        foreach (var run in envelope.Runs)
        {
            foreach (var burst in Above(envelope.Values.AsSpan(run.First, run.Count), mean + (threshold * deviation)))
            {
                if (burst.Count < shortest)
                    continue;
                lengths.Add(burst.Count / envelope.SamplingRate);
                peaks.Add(Highest(envelope.Values.AsSpan(run.First + burst.First, burst.Count)) / mean);
            }
        }

        var perMinute = 60 / seconds;
        var why = Measured.Undefined("there are no bursts");
        return new BandBursts(band,
            Measured.Of(lengths.Count * perMinute, Math.Sqrt(lengths.Count) * perMinute),
            lengths.Count > 0 ? Mean(lengths) : why, peaks.Count > 0 ? Mean(peaks) : why,
            Measured.Of(lengths.Sum() / seconds), lengths.Count);
    }

    // Sums of deviations from the first value, so that a day's amplitudes lose nothing.
    private static (double Mean, double Deviation) Moments(BandEnvelope envelope, long count)
    {
        var origin = envelope.Values[envelope.Runs[0].First];
        var (sum, squares) = (0.0, 0.0);
        foreach (var run in envelope.Runs)
        {
            foreach (var value in envelope.Values.AsSpan(run.First, run.Count))
                (sum, squares) = (sum + value - origin, squares + ((value - origin) * (value - origin)));
        }

        var mean = sum / count;
        return (origin + mean, Math.Sqrt(Math.Max(0, (squares / count) - (mean * mean))));
    }

    private static List<SampleRange> Above(ReadOnlySpan<double> values, double threshold)
    {
        var found = new List<SampleRange>();
        var from = -1;
        for (var t = 0; t <= values.Length; t++)
        {
            var above = t < values.Length && values[t] > threshold;
            if (above && from < 0)
                from = t;
            if (above || from < 0)
                continue;
            found.Add(new SampleRange(from, t - from));
            from = -1;
        }

        return found;
    }

    private static double Highest(ReadOnlySpan<double> values)
    {
        var most = 0.0;
        foreach (var value in values)
            most = Math.Max(most, value);
        return most;
    }

    private static Measured Mean(List<double> values)
    {
        double[] all = [.. values];
        return all.Length < 2 ? Measured.Of(all[0])
            : Measured.Of(Descriptive.Mean(all), Descriptive.StandardDeviation(all, 1) / Math.Sqrt(all.Length));
    }
}
