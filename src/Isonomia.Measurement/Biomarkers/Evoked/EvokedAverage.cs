using Isonomia.Measurement.Settings;

namespace Isonomia.Measurement.Biomarkers.Evoked;

/// <summary>The mean of a channel's trials, less that of the baseline before the stimulus.</summary>
/// <param name="Mean">In the channel's unit.</param>
/// <param name="Error">Its standard error over trials.</param>
/// <param name="Zero">Which sample is the stimulus.</param>
/// <param name="Trials">How many trials there were.</param>
/// <param name="Why">Why there is none; null where there is.</param>
public sealed record EvokedAverage(double[] Mean, double[] Error, int Zero, int Trials, string? Why)
{
    /// <summary>Averages the trials around a stimulus.</summary>
    internal static EvokedAverage Of(ChannelAnalysis channel, string stimulus, Interval window, Interval baseline)
    {
        var trials = Evoked.Trials.Around(channel, stimulus, window, EvokedKeys.Pulse);
        if (trials.Why is not null)
            return new EvokedAverage([], [], 0, trials.Ranges.Count, trials.Why);
        var rate = channel.Signal.SamplingRate;
        var (n, length) = (trials.Ranges.Count, trials.Ranges[0].Count);
        var first = Math.Clamp(trials.Zero + (int)Math.Round(baseline.Low * rate), 0, length);
        var end = Math.Clamp(trials.Zero + (int)Math.Round(baseline.High * rate), 0, length);
        if (end - first < 2)
            return new EvokedAverage([], [], 0, n, $"the trials hold no baseline from {baseline.Low} to {baseline.High} s");
        double[][] each = [.. trials.Ranges.Select(r =>
        {
            var samples = channel.Signal.Samples.AsSpan(r.First, length).ToArray();
            var level = samples.AsSpan(first, end - first).ToArray().Average();
            return samples.Select(v => v - level).ToArray();
        })];
        double[] mean = [.. Enumerable.Range(0, length).Select(t => each.Average(x => x[t]))];
        double[] error = [.. Enumerable.Range(0, length)
            .Select(t => Math.Sqrt(each.Sum(x => (x[t] - mean[t]) * (x[t] - mean[t])) / (n - 1) / n))];
        return new EvokedAverage(mean, error, trials.Zero, n, null);
    }
}
