using Isonomia.Measurement.Recordings;
using Isonomia.Measurement.Settings;

namespace Isonomia.Measurement.Biomarkers.Amplitude;

/// <summary>
/// A channel filtered to a band, each uninterrupted stretch as a whole: what amplitude, bursts and phases of that band
/// are all made from, computed once. Only of signals that are short enough to be kept.
/// </summary>
internal sealed class FilteredBand
{
    // Half an hour at 250 Hz: five bands of it are 18 MB a thread.
    private const int Longest = 1 << 19;
    private readonly double[] samples;

    private FilteredBand(Signal signal, Interval range)
    {
        var filter = BandFilters.For(new Band("", range), signal.SamplingRate);
        samples = new double[signal.Samples.Length];
        foreach (var stretch in signal.Continuous)
        {
            filter.Apply(
                signal.Samples.AsSpan(stretch.First, stretch.Count), samples.AsSpan(stretch.First, stretch.Count));
        }
    }

    /// <summary>Shared by all who ask for the same range of a channel; null where it is too long to be kept.</summary>
    public static FilteredBand? Of(ChannelAnalysis channel, Band band) => channel.Signal.Samples.Length <= Longest
        ? channel.Share((typeof(FilteredBand), band.Range), () => new FilteredBand(channel.Signal, band.Range))
        : null;

    /// <summary>A stretch of it.</summary>
    public ReadOnlySpan<double> Of(SampleRange stretch) => samples.AsSpan(stretch.First, stretch.Count);
}
