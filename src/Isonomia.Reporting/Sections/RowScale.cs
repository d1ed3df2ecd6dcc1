using Isonomia.Measurement.Measuring;
using Isonomia.Measurement.Recordings;
using Isonomia.Reporting.Findings;
using Isonomia.Reporting.Markup;

namespace Isonomia.Reporting.Sections;

/// <summary>
/// How large a signal of one type is drawn: so that an ordinary one fills the distance between two rows.
/// </summary>
/// <param name="Type">The type of channel.</param>
/// <param name="Pitch">The amplitude that equals the distance between rows, in the channels' unit.</param>
/// <param name="Unit">That unit.</param>
internal sealed record RowScale(ChannelType Type, double Pitch, string Unit)
{
    /// <summary>The distance in words.</summary>
    public string PitchText => $"{NumberText.Significant(Pitch)} {Units.InWords(Unit)}".TrimEnd();

    /// <summary>A scale for each type among the channels.</summary>
    public static IReadOnlyList<RowScale> PerType(IReadOnlyList<ChannelMeasurement> channels) =>
        [.. channels.GroupBy(c => c.Channel.Type).Select(g => new RowScale(
            g.Key, Round(TypicalExcursion([.. g.Where(c => c.WhyBad is null)])), g.First().Channel.Unit))];

    private static double TypicalExcursion(ChannelMeasurement[] good) =>
        Spread.Of(good.Where(c => c.Trace is not null).Select(c => Excursion(c.Trace!)).Where(e => e > 0)).Median;

    // From the hollows to the crests, but for the most extreme bins.
    private static double Excursion(TraceOverview trace)
    {
        var (lows, highs) = (Array.ConvertAll(trace.Low, v => (double)v), Array.ConvertAll(trace.High, v => (double)v));
        Array.Sort(lows);
        Array.Sort(highs);
        if (lows.Length == 0)
            return 0;
        var most = (int)(0.95 * (highs.Length - 1));
        return highs[most] - lows[highs.Length - 1 - most];
    }

    // Up to the next of 1, 2 or 5 times a power of ten.
    private static double Round(double value)
    {
        if (!(value > 0) || !double.IsFinite(value))
            return 1;
        var power = Math.Pow(10, Math.Floor(Math.Log10(value)));
        return power * ((value / power) switch { <= 1 => 1, <= 2 => 2, <= 5 => 5, _ => 10 });
    }
}
