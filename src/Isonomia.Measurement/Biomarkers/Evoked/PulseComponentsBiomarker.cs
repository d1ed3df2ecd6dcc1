using Isonomia.Measurement.Results;
using Isonomia.Measurement.Settings;

namespace Isonomia.Measurement.Biomarkers.Evoked;

/// <summary>The deflections of the EEG after a pulse of transcranial magnetic stimulation: N15 to P180.</summary>
public sealed class PulseComponentsBiomarker : IBiomarker
{
    // A peak is higher than this many samples on either side, as in TESA (Rogasch et al. 2017).
    private const int Neighbours = 5;

    private static readonly (string Name, int Sign, double Low, double High)[] Components =
    [
        ("N15", -1, 0.010, 0.020), ("P30", 1, 0.020, 0.040), ("N45", -1, 0.035, 0.055), ("P60", 1, 0.050, 0.075),
        ("N100", -1, 0.080, 0.140), ("P180", 1, 0.150, 0.250),
    ];

    /// <inheritdoc/>
    public string Name => "tms_components";

    /// <inheritdoc/>
    public BiomarkerDefinition Definition { get; } = new(
        "TMS-evoked components",
        "Largest peak of the mean over trials within each component's window: N15 10-20, P30 20-40, N45 35-55, P60 50-75, N100 "
        + "80-140, P180 150-250 ms; a peak is higher than five samples on either side",
        Direction.Undecided,
        Evidence.Moderate,
        "Windows and peaks after Rogasch et al. 2017 NeuroImage, doi:10.1016/j.neuroimage.2016.10.031; N45 as GABA-A, N100 as "
        + "GABA-B: Premoli et al. 2014 J Neurosci, doi:10.1523/JNEUROSCI.5089-13.2014",
        "N100 grows and N45 changes with drugs at GABA receptors; P30 and P60 are put down to excitation. The pulse's artefact, muscle and "
        + "its click (heard and felt: N100, P180) must have been removed or masked before; look at the channel over the target.")
    {
        Quantities = new Dictionary<string, string>
        {
            ["amplitude"] = "of the peak, less the baseline, with the error over trials",
            ["latency_ms"] = "of the peak",
            ["trials"] = "clean trials",
        },
    };

    /// <inheritdoc/>
    public IReadOnlyList<Setting> Settings { get; } = [StimulationSettings.Event, StimulationSettings.Baseline];

    /// <inheritdoc/>
    public bool AppliesTo(ChannelAnalysis channel)
    {
        ArgumentNullException.ThrowIfNull(channel);
        return channel.Get(StimulationSettings.Event) != "none" && channel.Signal.Channel.Type != Recordings.ChannelType.Emg;
    }

    /// <inheritdoc/>
    public BiomarkerResult Measure(ChannelAnalysis channel)
    {
        ArgumentNullException.ThrowIfNull(channel);
        var baseline = channel.Get(StimulationSettings.Baseline);
        var average = EvokedAverage.Of(channel, channel.Get(StimulationSettings.Event),
            new Interval(Math.Min(baseline.Low, 0), Components.Max(c => c.High) + 0.01), baseline);
        var (rate, unit) = (channel.Signal.SamplingRate, channel.Signal.Channel.Unit);
        var reading = new Reading();
        foreach (var component in Components)
        {
            var (amplitude, latency) = average.Why is { } why ? (Measured.Undefined(why), Measured.Undefined(why))
                : Peak(average, component.Sign, component.Low, component.High, rate);
            reading.Group(component.Name, new Reading().Number("amplitude", amplitude, unit.Length > 0 ? unit : "1")
                .Number("latency_ms", latency, "ms"));
        }

        return new ReadingResult(reading.Count("trials", average.Trials));
    }

    /// <summary>The largest peak of a sign within a window after the pulse.</summary>
    internal static (Measured Amplitude, Measured Latency) Peak(EvokedAverage average, int sign, double low, double high, double rate)
    {
        var best = -1;
        var first = average.Zero + (int)Math.Ceiling((low * rate) - 1e-9);
        var last = Math.Min(average.Mean.Length - 1, average.Zero + (int)Math.Floor((high * rate) + 1e-9));
        for (var t = Math.Max(0, first); t <= last; t++)
        {
            if (IsPeak(average.Mean, t, sign) && (best < 0 || sign * average.Mean[t] > sign * average.Mean[best]))
                best = t;
        }

        if (best >= 0)
            return (Measured.Of(average.Mean[best], average.Error[best]), Measured.Of(1e3 * (best - average.Zero) / rate));
        var none = Measured.Undefined("there is no peak of its sign in its window");
        return (none, none);
    }

    private static bool IsPeak(double[] x, int t, int sign)
    {
        for (var k = Math.Max(0, t - Neighbours); k <= Math.Min(x.Length - 1, t + Neighbours); k++)
        {
            if (k != t && sign * x[k] >= sign * x[t])
                return false;
        }

        return true;
    }
}
