using Isonomia.Measurement.Recordings;
using Isonomia.Measurement.Settings;

namespace Isonomia.Measurement.Biomarkers.Amplitude;

/// <summary>The amplitude of a rhythm over time: the instantaneous amplitude of a band-limited signal.</summary>
/// <param name="SamplingRate">Samples per second, in Hz.</param>
/// <param name="Values">The amplitude, in the signal's unit, in stored order; meaningless outside the runs.</param>
/// <param name="Runs">The parts of <paramref name="Values"/> that are usable, each without interruption.</param>
public sealed record BandEnvelope(double SamplingRate, double[] Values, IReadOnlyList<SampleRange> Runs)
{
    /// <summary>Seconds of the longest usable run.</summary>
    public double LongestRunSeconds => Runs.Count == 0 ? 0 : Runs.Max(r => r.Count) / SamplingRate;

    /// <summary>An amplitude that is one uninterrupted, wholly usable piece.</summary>
    public static BandEnvelope Given(double samplingRate, double[] values) =>
        new(samplingRate, values, [new SampleRange(0, values.Length)]);

    /// <summary>
    /// The amplitude of a channel in a band, sample for sample: within each uninterrupted stretch, MNE-Python's default
    /// zero-phase band-pass, then the first and last second set aside, then the magnitude of the analytic signal.
    /// Shared by all who ask for the same band; <see cref="ChannelAnalysis.Forget"/> the key to free it.
    /// </summary>
    /// <remarks>
    /// The filter smears a rejected sample over its own length; runs therefore also keep half the filter's length, and
    /// a second at least, away from what was rejected.
    /// </remarks>
    /// <exception cref="ArgumentException">The band does not lie below half the sampling rate.</exception>
    public static BandEnvelope Of(ChannelAnalysis channel, Band band) =>
        channel.Share(Key(band), () => Compute(channel.Signal, band));

    /// <summary>The key under which <see cref="Of"/> shares a band's amplitude.</summary>
    public static object Key(Band band) => (typeof(BandEnvelope), band);

    /// <summary>The mean over all usable runs; NaN when there are none.</summary>
    public double Mean()
    {
        var (sum, count) = (0.0, 0L);
        foreach (var run in Runs)
        {
            // Sums of 4096 keep the rounding error of a day at that of a minute.
            for (var first = run.First; first < run.End; first += 4096)
            {
                var part = 0.0;
                foreach (var value in Values.AsSpan(first, Math.Min(4096, run.End - first)))
                    part += value;
                sum += part;
            }

            count += run.Count;
        }

        return sum / count;
    }

    private static BandEnvelope Compute(Signal signal, Band band)
    {
        if (BandFilters.WhyNot(band, signal.SamplingRate) is { } why)
            throw new ArgumentException($"{band.Name}: {why}", nameof(band));
        var filter = BandFilters.For(band, signal.SamplingRate);
        var second = (int)Math.Round(signal.SamplingRate);
        var values = GC.AllocateUninitializedArray<double>(signal.Samples.Length);
        var runs = new List<SampleRange>();
        foreach (var stretch in signal.Continuous)
        {
            var usable = Usable(signal, stretch, second, Math.Max(second, filter.Length / 2));
            if (usable.Count == 0)
                continue;
            var here = values.AsSpan(stretch.First, stretch.Count);
            filter.Apply(signal.Samples.AsSpan(stretch.First, stretch.Count), here);
            InstantaneousAmplitude.Replace(here[second..^second], signal.SamplingRate, band.Range.Low);
            runs.AddRange(usable);
        }

        return new BandEnvelope(signal.SamplingRate, values, runs);
    }

    // The usable parts of a stretch, away from its ends and from what was rejected in it.
    private static List<SampleRange> Usable(Signal signal, SampleRange stretch, int fromEnd, int fromRejected)
    {
        var runs = new List<SampleRange>();
        foreach (var part in signal.Usable.Where(u => u.First >= stretch.First && u.End <= stretch.End))
        {
            var first = part.First + (part.First == stretch.First ? fromEnd : fromRejected);
            var end = part.End - (part.End == stretch.End ? fromEnd : fromRejected);
            first = Math.Max(first, stretch.First + fromEnd);
            end = Math.Min(end, stretch.End - fromEnd);
            if (end > first)
                runs.Add(new SampleRange(first, end - first));
        }

        return runs;
    }
}
