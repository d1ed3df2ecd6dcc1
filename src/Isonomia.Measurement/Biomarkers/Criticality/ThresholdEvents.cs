using Isonomia.Measurement.Recordings;
using Isonomia.Measurement.Settings;

namespace Isonomia.Measurement.Biomarkers.Criticality;

/// <summary>
/// The events of a continuous signal: of every excursion beyond so many standard deviations from the mean its most
/// extreme sample (Beggs and Plenz 2003, doi:10.1523/JNEUROSCI.23-35-11167.2003, of negative deflections; Shriki et al.
/// 2013, doi:10.1523/JNEUROSCI.4286-12.2013, of both).
/// </summary>
public static class ThresholdEvents
{
    /// <summary>How far beyond the mean.</summary>
    public static readonly Setting<double> Threshold = new("events.threshold", "3",
        "how many standard deviations from its mean a signal must go to make an event", SettingText.Positive);

    /// <summary>To which side.</summary>
    public static readonly Setting<string> Sign = new("events.sign", "both",
        "which excursions make events: both, negative or positive", SettingText.OneOf("both", "negative", "positive"));

    /// <summary>Everything that can be set.</summary>
    public static IReadOnlyList<Setting> Settings { get; } = [Threshold, Sign];

    /// <summary>The events of a channel, as samples, ascending; found once for all biomarkers.</summary>
    public static int[] Of(ChannelAnalysis channel)
    {
        ArgumentNullException.ThrowIfNull(channel);
        return channel.Share(Threshold, () => Find(channel.Signal.Samples, channel.Signal.Usable,
            channel.Get(Threshold), channel.Get(Sign)));
    }

    /// <summary>The events of a signal.</summary>
    /// <param name="samples">The samples.</param>
    /// <param name="usable">The parts that are looked at: an excursion ends with its part.</param>
    /// <param name="threshold">In standard deviations.</param>
    /// <param name="sign"><c>both</c>, <c>negative</c> or <c>positive</c>.</param>
    public static int[] Find(double[] samples, IReadOnlyList<SampleRange> usable, double threshold, string sign)
    {
        ArgumentNullException.ThrowIfNull(samples);
        var (mean, deviation) = Moments(samples, usable);
        var events = new List<int>();
        if (!(deviation > 0))
            return [];
        var (low, high) = (mean - threshold * deviation, mean + threshold * deviation);
        foreach (var part in usable)
        {
            var (side, at) = (0, 0);
            for (var i = part.First; i < part.End; i++)
            {
                var now = samples[i] > high ? 1 : samples[i] < low ? -1 : 0;
                if (now != side)
                {
                    Keep(side, at);
                    (side, at) = (now, i);
                }
                else if (now * (samples[i] - samples[at]) > 0)
                {
                    at = i;
                }
            }

            Keep(side, at);
        }

        return [.. events];

        void Keep(int side, int at)
        {
            if (side != 0 && (sign == "both" || side < 0 == (sign == "negative")))
                events.Add(at);
        }
    }

    private static (double Mean, double Deviation) Moments(double[] samples, IReadOnlyList<SampleRange> usable)
    {
        double count = usable.Sum(p => (long)p.Count);
        var mean = 0.0;
        foreach (var part in usable)
        {
            foreach (var x in samples.AsSpan(part.First, part.Count))
                mean += x / count;
        }

        var squares = 0.0;
        foreach (var part in usable)
        {
            foreach (var x in samples.AsSpan(part.First, part.Count))
                squares += (x - mean) * (x - mean);
        }

        return (mean, Math.Sqrt(squares / count));
    }
}
