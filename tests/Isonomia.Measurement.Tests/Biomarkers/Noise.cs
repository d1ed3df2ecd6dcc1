using Isonomia.Measurement.Biomarkers;
using Isonomia.Measurement.Measuring;
using Isonomia.Measurement.Recordings;
using Isonomia.Measurement.Synthesis;
using Isonomia.Numerics.Random;

namespace Isonomia.Measurement.Tests.Biomarkers;

/// <summary>Gaussian signals of known spectrum.</summary>
internal static class Noise
{
    public const double SamplingRate = 250;

    /// <summary>Independent signals of one spectrum, <paramref name="seconds"/> long.</summary>
    public static IEnumerable<double[]> Signals(int count, double seconds, Func<double, double> density)
    {
        // Longer than needed, so that the ends are not neighbours.
        var needed = (int)(seconds * SamplingRate);
        var noise = new SpectralNoise(2 * needed, SamplingRate, density);
        for (var i = 0; i < count; i += 2)
        {
            var (one, other) = (new double[noise.Length], new double[noise.Length]);
            noise.Fill(new RandomStream(1, "tests", i), one, other);
            yield return one[..needed];
            if (i + 1 < count)
                yield return other[..needed];
        }
    }

    /// <summary>A signal as a channel to be measured.</summary>
    public static ChannelAnalysis Analysis(double[] samples, params (string Key, string Value)[] settings) => new(
        Signal.Whole(new Channel("x", ChannelType.Eeg, "uV", SamplingRate, samples.Length), samples),
        settings.Aggregate(RecordingMeasurer.DefaultSettings, (all, s) => all.With(s.Key, s.Value)));
}
