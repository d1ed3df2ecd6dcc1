using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Biomarkers.Amplitude;

/// <summary>The amplitude of a rhythm over time: the instantaneous amplitude of a band-limited signal.</summary>
/// <param name="SamplingRate">Samples per second, in Hz.</param>
/// <param name="Values">The amplitude, in the signal's unit, in stored order.</param>
/// <param name="Runs">The parts of <paramref name="Values"/> that are usable, each without interruption.</param>
public sealed partial record BandEnvelope(double SamplingRate, double[] Values, IReadOnlyList<SampleRange> Runs)
{
    /// <summary>An amplitude that is one uninterrupted, wholly usable piece.</summary>
    public static BandEnvelope Given(double samplingRate, double[] values) =>
        new(samplingRate, values, [new SampleRange(0, values.Length)]);

    /// <summary>Seconds of the longest usable run.</summary>
    public double LongestRunSeconds => Runs.Count == 0 ? 0 : Runs.Max(r => r.Count) / SamplingRate;

    /// <summary>The mean over all usable runs; NaN when there are none.</summary>
    public double Mean()
    {
        var (sum, count) = (0.0, 0L);
        foreach (var run in Runs)
        {
            // A sum per run and 4096 samples keeps a day's rounding error at that of a minute.
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
}
