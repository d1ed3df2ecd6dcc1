using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Biomarkers;

/// <summary>One channel's samples, ready to be measured.</summary>
/// <param name="Channel">The channel as recorded.</param>
/// <param name="SamplingRate">Samples per second of <paramref name="Samples"/>, in Hz, after any resampling.</param>
/// <param name="Samples">All samples in stored order, in the channel's unit.</param>
/// <param name="Continuous">The uninterrupted parts: filters run within each, never across.</param>
/// <param name="Usable">The parts to measure: within the uninterrupted ones, less what was rejected.</param>
/// <param name="Passband">What frequencies survive acquisition and preprocessing, in Hz; edges to be wary of.</param>
/// <param name="LineFrequency">Mains frequency found or assumed, in Hz, if any.</param>
public sealed record Signal(
    Channel Channel,
    double SamplingRate,
    double[] Samples,
    IReadOnlyList<SampleRange> Continuous,
    IReadOnlyList<SampleRange> Usable,
    Settings.Interval Passband,
    double? LineFrequency)
{
    /// <summary>What is marked in the stored part of the recording, by time.</summary>
    public IReadOnlyList<SignalEvent> Events { get; init; } = [];

    /// <summary>Seconds of usable signal.</summary>
    public double UsableSeconds => Usable.Sum(r => (double)r.Count) / SamplingRate;

    /// <summary>A part of the signal, as if it were all there is.</summary>
    /// <param name="part">Which samples.</param>
    public Signal Cut(SampleRange part)
    {
        IReadOnlyList<SampleRange> Within(IReadOnlyList<SampleRange> ranges) => [.. ranges
            .Select(r => (First: Math.Max(r.First, part.First), End: Math.Min(r.End, part.End)))
            .Where(r => r.End > r.First).Select(r => new SampleRange(r.First - part.First, r.End - r.First))];
        return this with
        {
            Samples = Samples.AsSpan(part.First, part.Count).ToArray(),
            Continuous = Within(Continuous),
            Usable = Within(Usable),
            Events = [.. Events.Where(e => e.Sample >= part.First && e.Sample < part.End)
                .Select(e => e with { Sample = e.Sample - part.First })],
        };
    }

    /// <summary>A signal that is one uninterrupted, wholly usable piece.</summary>
    public static Signal Whole(Channel channel, double[] samples)
    {
        SampleRange[] all = [new SampleRange(0, samples.Length)];
        return new Signal(channel, channel.SamplingRate, samples, all, all,
            new Settings.Interval(0, channel.SamplingRate / 2), null);
    }
}
