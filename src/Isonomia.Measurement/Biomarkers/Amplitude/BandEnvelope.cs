using Isonomia.Measurement.Recordings;
using Isonomia.Measurement.Settings;

namespace Isonomia.Measurement.Biomarkers.Amplitude;

/// <summary>The amplitude of a rhythm over time: the instantaneous amplitude of a band-limited signal.</summary>
/// <param name="SamplingRate">Samples per second, in Hz.</param>
/// <param name="Values">The amplitude, in the signal's unit, in stored order; zero outside the runs.</param>
/// <param name="Runs">The parts of <paramref name="Values"/> that are usable, each without interruption.</param>
public sealed record BandEnvelope(double SamplingRate, double[] Values, IReadOnlyList<SampleRange> Runs)
{
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
        channel.Share(Key(band), () => Compute(channel, band));

    /// <summary>The key under which <see cref="Of"/> shares a band's amplitude.</summary>
    public static object Key(Band band) => (typeof(BandEnvelope), band);

    private static BandEnvelope Compute(ChannelAnalysis channel, Band band)
    {
        const int AtOnce = 1 << 16;
        using var amplitude = new BandAmplitude(channel, band);
        var values = new double[channel.Signal.Samples.Length];
        foreach (var run in amplitude.Runs)
        {
            for (var first = run.First; first < run.End; first += AtOnce)
                amplitude.Read(first, Math.Min(AtOnce, run.End - first)).CopyTo(values.AsSpan(first));
        }

        return new BandEnvelope(channel.Signal.SamplingRate, values, amplitude.Runs);
    }
}
