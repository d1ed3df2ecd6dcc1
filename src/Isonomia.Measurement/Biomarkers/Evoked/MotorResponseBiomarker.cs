using Isonomia.Measurement.Assays.Stimulation;
using Isonomia.Measurement.Recordings;
using Isonomia.Measurement.Results;
using Isonomia.Measurement.Settings;
using Isonomia.Numerics.Statistics;

namespace Isonomia.Measurement.Biomarkers.Evoked;

/// <summary>A muscle's responses to transcranial stimulation: amplitude, paired pulses, silent period.</summary>
public sealed class MotorResponseBiomarker : IBiomarker
{
    private const double SmoothingSeconds = 0.005, LongestSilence = 0.4, ShortestSilence = 0.02;
    // A muscle at rest has no silent period: its activity must stand this far above the amplifier's noise between
    // pulses.
    private const double ContractedShare = 0.02;

    /// <inheritdoc/>
    public string Name => "motor_response";

    /// <inheritdoc/>
    public BiomarkerDefinition Definition { get; } = new(
        "Motor evoked potentials (MEP)",
        "Peak to peak in 15-50 ms after each pulse; paired pulses over the single pulse: SICI at 1-6 ms, ICF at 8-30, LICI at "
        + "50-200; silent period: from the pulse until mean rectified activity is back at half its baseline",
        Direction.Rises,
        Evidence.Moderate,
        "Kujirai et al. 1993 J Physiol, doi:10.1113/jphysiol.1993.sp019912; Rossini et al. 2015 Clin Neurophysiol, "
        + "doi:10.1016/j.clinph.2015.02.001",
        "Amplitudes vary from trial to trial by half their mean: 20 trials or more of each are needed. A silent period needs a "
        + "contracted muscle, responses at rest a relaxed one. The pulse's artefact must be over before the window begins.")
    {
        Quantities = new Dictionary<string, string>
        {
            ["test_amplitude"] = "mean peak-to-peak amplitude after the single pulse",
            ["test_trials"] = "clean trials of it",
            ["ratio"] = "conditioned over test amplitude; below 1 is inhibition",
            ["log_ratio"] = "its natural logarithm",
            ["trials"] = "clean trials with both pulses",
            ["isi"] = "interval between the pulses",
            ["silent_period"] = "from the pulse to the return of activity, of the mean over trials",
        },
    };

    /// <inheritdoc/>
    public IReadOnlyList<Setting> Settings { get; } =
    [
        StimulationSettings.Event, StimulationSettings.Pairs, StimulationSettings.MotorWindow, StimulationSettings.Baseline,
        StimulationSettings.Silence,
    ];

    /// <inheritdoc/>
    public bool AppliesTo(ChannelAnalysis channel)
    {
        ArgumentNullException.ThrowIfNull(channel);
        return channel.Get(StimulationSettings.Event) != "none" && channel.Signal.Channel.Type == ChannelType.Emg;
    }

    /// <inheritdoc/>
    public BiomarkerResult Measure(ChannelAnalysis channel)
    {
        ArgumentNullException.ThrowIfNull(channel);
        var unit = channel.Signal.Channel.Unit is { Length: > 0 } named ? named : "1";
        var single = channel.Get(StimulationSettings.Event);
        var (test, why) = Amplitudes(channel, single);
        var trials = test.Select(a => (Isi: 0.0, Amplitude: a)).Concat(channel.Get(StimulationSettings.Pairs)
            .SelectMany(p => Amplitudes(channel, p.Event).Found.Select(a => (p.Milliseconds, a)))).ToArray();
        var reading = new Reading().Number("test_amplitude", why is not null ? Measured.Undefined(why)
            : Measured.Of(test.Average(), Descriptive.StandardDeviation(test, 1) / Math.Sqrt(test.Length)), unit)
            .Count("test_trials", test.Length);
        PairedPulses.Describe(reading, trials, test);
        return new ReadingResult(reading.Number("silent_period", SilentPeriod(channel, single), "ms"));
    }

    private static (double[] Found, string? Why) Amplitudes(ChannelAnalysis channel, string stimulus)
    {
        var trials = Trials.Around(channel, stimulus, channel.Get(StimulationSettings.MotorWindow), EvokedKeys.Pulse);
        return ([.. trials.Ranges.Select(r =>
        {
            var part = channel.Signal.Samples.AsSpan(r.First, r.Count).ToArray();
            return part.Max() - part.Min();
        })], trials.Why);
    }

    private static Measured SilentPeriod(ChannelAnalysis channel, string stimulus)
    {
        var (rate, baseline) = (channel.Signal.SamplingRate, channel.Get(StimulationSettings.Baseline));
        var trials = Trials.Around(channel, stimulus, new Interval(Math.Min(baseline.Low, 0), LongestSilence), EvokedKeys.Pulse);
        if (trials.Why is { } why)
            return Measured.Undefined(why);
        var (n, length) = (trials.Ranges.Count, trials.Ranges[0].Count);
        var first = Math.Clamp(trials.Zero + (int)Math.Round(baseline.Low * rate), 0, length);
        var end = Math.Clamp(trials.Zero + (int)Math.Round(baseline.High * rate), 0, length);
        var rectified = new double[length];
        foreach (var trial in trials.Ranges)
        {
            for (var t = 0; t < length; t++)
                rectified[t] += Math.Abs(channel.Signal.Samples[trial.First + t]) / n;
        }

        if (end - first < 2)
            return Measured.Undefined($"the trials hold no baseline from {baseline.Low} to {baseline.High} s");
        var activity = rectified.AsSpan(first, end - first).ToArray().Average();
        if (activity < ContractedShare * rectified.Max())
            return Measured.Undefined("the muscle was at rest: there is no activity to fall silent");
        var side = Math.Max(1, (int)Math.Round(SmoothingSeconds * rate / 2));
        double Smooth(int t) => rectified.AsSpan(Math.Max(0, t - side), Math.Min(length, t + side + 1) - Math.Max(0, t - side)).ToArray().Average();
        var limit = channel.Get(StimulationSettings.Silence) * activity;
        var from = trials.Zero + (int)Math.Round(channel.Get(StimulationSettings.MotorWindow).High * rate);
        var silent = from;
        while (silent < length && Smooth(silent) >= limit)
            silent++;
        var back = silent;
        while (back < length && Smooth(back) < limit)
            back++;
        var lasted = (back - silent) / rate;
        return silent == length || lasted < ShortestSilence ? Measured.Undefined("activity did not fall silent after the response")
            : back == length ? Measured.Undefined($"activity was not back after {LongestSilence} s")
            : Measured.Of(1e3 * (back - trials.Zero) / rate);
    }
}
