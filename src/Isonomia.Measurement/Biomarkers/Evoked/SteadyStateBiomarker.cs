using Isonomia.Measurement.Results;
using Isonomia.Measurement.Settings;

namespace Isonomia.Measurement.Biomarkers.Evoked;

/// <summary>
/// The response to stimuli that repeat at one frequency, by default the 40 Hz of auditory click trains.
/// </summary>
public sealed class SteadyStateBiomarker : IBiomarker
{
    /// <inheritdoc/>
    public string Name => "steady_state";

    /// <inheritdoc/>
    public BiomarkerDefinition Definition { get; } = new(
        "Steady-state response",
        "Fourier coefficient X of each trial at the frequency of stimulation over whole cycles: ITC = |mean X/|X||, evoked power "
        + "2|mean X|^2, induced power 2(mean|X|^2 - |mean X|^2), SNR = evoked power over its mean at neighbouring frequencies",
        Direction.Undecided,
        Evidence.Moderate,
        "Galambos et al. 1981 PNAS, doi:10.1073/pnas.78.4.2643; in schizophrenia: Kwon et al. 1999 Arch Gen Psychiatry, "
        + "doi:10.1001/archpsyc.56.11.1001; Thune et al. 2016 JAMA Psychiatry, doi:10.1001/jamapsychiatry.2016.2619",
        "Reduced at 40 Hz in schizophrenia, which models put down to slower or weaker inhibition as well as to weaker NMDA "
        + "drive: a change alone does not say to which side. Attention, sleepiness and the stimulus matter; ITC rises by "
        + "chance as trials become few.")
    {
        Quantities = new Dictionary<string, string>
        {
            ["itc"] = "inter-trial coherence at the frequency, 0 to 1",
            ["consistency"] = "its square without the bias of few trials",
            ["rayleigh_p"] = "how often unrelated phases give so high an ITC (Rayleigh's test)",
            ["evoked_power"] = "power of the mean over trials",
            ["induced_power"] = "power that is not in step with the stimulus",
            ["snr"] = "evoked power over its mean at neighbouring frequencies; 1 where there is no response",
            ["frequency_hz"] = "frequency of stimulation",
            ["trials"] = "clean trials",
        },
    };

    /// <inheritdoc/>
    public IReadOnlyList<Setting> Settings { get; } =
    [
        EvokedSettings.Event, EvokedSettings.Frequency, EvokedSettings.Steady, EvokedSettings.Neighbours, EvokedSettings.Continuous,
    ];

    /// <inheritdoc/>
    public bool AppliesTo(ChannelAnalysis channel)
    {
        ArgumentNullException.ThrowIfNull(channel);
        return channel.Get(EvokedSettings.Continuous) || channel.Get(EvokedSettings.Event) != "auto";
    }

    /// <inheritdoc/>
    public BiomarkerResult Measure(ChannelAnalysis channel)
    {
        ArgumentNullException.ThrowIfNull(channel);
        var (signal, frequency) = (channel.Signal, channel.Get(EvokedSettings.Frequency));
        var window = channel.Get(EvokedSettings.Steady);
        var cycles = Math.Floor(((window.High - window.Low) * frequency) + 1e-9);
        var length = (int)Math.Round(cycles / frequency * signal.SamplingRate);
        if (cycles < 2 || frequency >= signal.SamplingRate / 2)
        {
            return SteadyStateResult.Without(frequency, cycles < 2
                ? $"two cycles of {frequency} Hz do not fit between {window.Low} and {window.High} s"
                : $"{frequency} Hz is not below half the sampling rate");
        }

        var trials = channel.Get(EvokedSettings.Continuous)
            ? Trials.Successive(signal, length)
            : Trials.Around(channel, new Interval(window.Low, window.Low + (length / signal.SamplingRate)));
        return trials.Why is { } why
            ? SteadyStateResult.Without(frequency, why)
            : Measure(signal, trials, frequency, channel.Get(EvokedSettings.Neighbours), signal.LineFrequency);
    }

    private static SteadyStateResult Measure(Signal signal, Trials trials, double frequency, int neighbours, double? line)
    {
        var (at, n) = (Coefficients(signal, trials, frequency), trials.Ranges.Count);
        var (ux, uy, total) = (0.0, 0.0, 0.0);
        foreach (var (re, im) in at)
        {
            var power = (re * re) + (im * im);
            total += power / n;
            if (!(power > 0))
                continue;
            ux += re / Math.Sqrt(power);
            uy += im / Math.Sqrt(power);
        }

        var itc = Math.Sqrt((ux * ux) + (uy * uy)) / n;
        var evoked = Evoked(at);
        // Frequencies with whole numbers of cycles in the window: the response itself has no part in them.
        var step = signal.SamplingRate / trials.Ranges[0].Count;
        double[] beside = [.. Enumerable.Range(2, Math.Max(0, neighbours)).SelectMany(k => new[] { frequency - (k * step), frequency + (k * step) })
            .Where(f => f > step / 2 && f < (signal.SamplingRate / 2) - (step / 2) && !IsLine(f, line, step))];
        var noise = beside.Length > 0 ? beside.Average(f => Evoked(Coefficients(signal, trials, f))) : double.NaN;
        return new SteadyStateResult(frequency, n, Measured.Of(itc), Measured.Of(((n * itc * itc) - 1) / (n - 1)),
            Measured.Of(Rayleigh(n, itc)), Measured.Of(2 * evoked), Measured.Of(2 * (total - evoked)),
            noise > 0 ? Measured.Of(evoked / noise)
                : Measured.Undefined("there is no power at neighbouring frequencies to compare with"), signal.Channel.Unit);
    }

    private static bool IsLine(double frequency, double? line, double step) =>
        line is { } f && Math.Abs(frequency - (Math.Max(1, Math.Round(frequency / f)) * f)) < step;

    // Mardia and Jupp 2000, Directional Statistics, equation 6.3.6: good to 0.001 from ten trials on.
    private static double Rayleigh(int n, double r)
    {
        var z = n * r * r;
        var p = Math.Exp(-z) * (1 + (((2 * z) - (z * z)) / (4.0 * n))
            - (((24 * z) - (132 * z * z) + (76 * z * z * z) - (9 * z * z * z * z)) / (288.0 * n * n)));
        return Math.Clamp(p, 0, 1);
    }

    private static double Evoked((double Re, double Im)[] at)
    {
        var (re, im) = (at.Average(x => x.Re), at.Average(x => x.Im));
        return (re * re) + (im * im);
    }

    // sum x exp(-i 2 pi f t)/n over a trial, less its mean.
    private static (double Re, double Im)[] Coefficients(Signal signal, Trials trials, double frequency)
    {
        var length = trials.Ranges[0].Count;
        var (cos, sin) = (new double[length], new double[length]);
        for (var t = 0; t < length; t++)
            (sin[t], cos[t]) = Math.SinCos(2 * Math.PI * frequency * t / signal.SamplingRate);
        return [.. trials.Ranges.Select(r =>
        {
            var samples = signal.Samples.AsSpan(r.First, length);
            var (mean, re, im) = (0.0, 0.0, 0.0);
            foreach (var x in samples)
                mean += x / length;
            for (var t = 0; t < length; t++)
                (re, im) = (re + ((samples[t] - mean) * cos[t]), im - ((samples[t] - mean) * sin[t]));
            return (re / length, im / length);
        })];
    }
}
