using Isonomia.Measurement.Recordings;
using Isonomia.Numerics.Statistics;

namespace Isonomia.Measurement.Preprocessing;

/// <summary>
/// Finds the half-second windows of a channel that no brain made: beyond a number of robust standard deviations in
/// amplitude, or in the step from sample to sample. Robust scales (1.4826 median absolute deviations) keep the
/// artefacts themselves from widening the limits.
/// </summary>
internal static class SegmentScreen
{
    private const double WindowSeconds = 0.5;
    private const double NormalMad = 1.4826;

    // A median over this many evenly spaced samples is exact enough for a limit, and costs the same for a day's file.
    private const int SampleLimit = 1 << 17;

    public static List<(SampleRange Window, string Why)> Find(double[] samples, IReadOnlyList<SampleRange> stretches,
        double rate, double amplitudeLimit, double gradientLimit)
    {
        var found = new List<(SampleRange, string)>();
        if (samples.Length < 2 || (amplitudeLimit == 0 && gradientLimit == 0))
            return found;
        var (centre, spread) = RobustScale(samples, step: false);
        var (_, stepSpread) = RobustScale(samples, step: true);
        var (low, high) = (centre - (amplitudeLimit * spread), centre + (amplitudeLimit * spread));
        var maxStep = gradientLimit * stepSpread;
        var length = Math.Max(1, (int)Math.Round(WindowSeconds * rate));
        foreach (var stretch in stretches)
        {
            for (var first = stretch.First; first < stretch.End; first += length)
            {
                var end = Math.Min(first + length, stretch.End);
                var (min, max, step) = Extremes(samples.AsSpan(first, end - first));
                if (amplitudeLimit > 0 && spread > 0 && (min < low || max > high))
                    found.Add((new SampleRange(first, end - first), "amplitude"));
                else if (gradientLimit > 0 && stepSpread > 0 && step > maxStep)
                    found.Add((new SampleRange(first, end - first), "gradient"));
            }
        }

        return found;
    }

    private static (double Min, double Max, double Step) Extremes(ReadOnlySpan<double> window)
    {
        var (min, max, step) = (window[0], window[0], 0.0);
        for (var i = 1; i < window.Length; i++)
        {
            min = Math.Min(min, window[i]);
            max = Math.Max(max, window[i]);
            step = Math.Max(step, Math.Abs(window[i] - window[i - 1]));
        }

        return (min, max, step);
    }

    private static (double Centre, double Spread) RobustScale(double[] samples, bool step)
    {
        var stride = Math.Max(1, samples.Length / SampleLimit);
        var chosen = new double[(samples.Length - 1) / stride];
        for (var i = 0; i < chosen.Length; i++)
            chosen[i] = step ? samples[(i * stride) + 1] - samples[i * stride] : samples[i * stride];
        var centre = Descriptive.Median(chosen);
        for (var i = 0; i < chosen.Length; i++)
            chosen[i] = Math.Abs(chosen[i] - centre);
        return (centre, NormalMad * Descriptive.Median(chosen));
    }
}
