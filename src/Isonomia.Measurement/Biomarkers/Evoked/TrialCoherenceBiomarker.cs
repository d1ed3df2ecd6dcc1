using Isonomia.Measurement.Results;
using Isonomia.Measurement.Settings;

namespace Isonomia.Measurement.Biomarkers.Evoked;

/// <summary>Inter-trial coherence: whether a rhythm's phase is the same after every stimulus.</summary>
public sealed class TrialCoherenceBiomarker : IBiomarker
{
    /// <inheritdoc/>
    public string Name => "inter_trial_coherence";

    /// <inheritdoc/>
    public BiomarkerDefinition Definition { get; } = new(
        "Inter-trial coherence (ITC)",
        "|mean over trials of exp(i phase)|, phases by Morlet wavelets; the number of a band is the mean over its frequencies and "
        + "over time from the stimulus on; consistency = (n ITC^2 - 1)/(n - 1)",
        Direction.Undecided,
        Evidence.Weak,
        "Tallon-Baudry et al. 1996 J Neurosci, doi:10.1523/JNEUROSCI.16-13-04240.1996; consistency: Vinck et al. 2010 "
        + "NeuroImage, doi:10.1016/j.neuroimage.2010.01.073",
        "About 0.9/sqrt(n) of n trials are coherent by chance: compare conditions with equally many trials, or take consistency, "
        + "which has no such bias. Jitter of the stimulus lowers it, more so at high frequencies; electrical artefacts of the "
        + "stimulus raise it.")
    {
        Quantities = new Dictionary<string, string>
        {
            ["trials"] = "clean trials",
            ["itc"] = "inter-trial coherence, mean over the band and over time after the stimulus, 0 to 1",
            ["consistency"] = "its square without the bias of few trials, mean over the same",
            ["peak_consistency"] = "the largest consistency after the stimulus, of the mean over the band",
            ["peak_s"] = "when that is, after the stimulus",
            ["time_s"] = "time after the stimulus",
            ["frequency_hz"] = "frequency",
        },
    };

    /// <inheritdoc/>
    public IReadOnlyList<Setting> Settings { get; } = [EvokedSettings.Event, EvokedSettings.Window, EvokedSettings.Cycles];

    /// <inheritdoc/>
    public bool AppliesTo(ChannelAnalysis channel) => Trials.AreMarked(channel);

    /// <inheritdoc/>
    public BiomarkerResult Measure(ChannelAnalysis channel)
    {
        ArgumentNullException.ThrowIfNull(channel);
        var trials = Trials.Around(channel, channel.Get(EvokedSettings.Window));
        if (trials.Why is not null)
            return new TrialCoherenceResult(channel.Settings.Bands, trials.Ranges.Count, [], [], [], trials.Why);
        var (signal, length) = (channel.Signal, trials.Ranges[0].Count);
        double[] frequencies = [.. channel.Settings.Bands
            .SelectMany(b => Enumerable.Range((int)Math.Ceiling(b.Range.Low), Math.Max(0, (int)b.Range.High - (int)Math.Ceiling(b.Range.Low) + 1)))
            .Where(f => f < signal.SamplingRate / 2).Distinct().Order().Select(f => (double)f)];
        var each = channel.Get(EvokedSettings.Cycles);
        double[][] coherence = [.. frequencies.Select(f => Coherence(signal, trials, new Morlet(f, Math.Max(2, each * f), signal.SamplingRate, length)))];
        double[] times = [.. Enumerable.Range(0, length).Select(t => (t - trials.Zero) / signal.SamplingRate)];
        return new TrialCoherenceResult(channel.Settings.Bands, trials.Ranges.Count, frequencies, times, coherence, null);
    }

    /// <summary>The coherence over trials at each sample.</summary>
    internal static double[] Coherence(Signal signal, Trials trials, Morlet wavelet)
    {
        var length = trials.Ranges[0].Count;
        var (x, y) = (new double[length], new double[length]);
        foreach (var trial in trials.Ranges)
        {
            var (re, im) = wavelet.Respond(signal.Samples.AsSpan(trial.First, length));
            for (var t = 0; t < length; t++)
            {
                var size = Math.Sqrt((re[t] * re[t]) + (im[t] * im[t]));
                if (size > 0)
                    (x[t], y[t]) = (x[t] + (re[t] / size), y[t] + (im[t] / size));
            }
        }

        for (var t = 0; t < length; t++)
            x[t] = Math.Sqrt((x[t] * x[t]) + (y[t] * y[t])) / trials.Ranges.Count;
        return x;
    }
}
