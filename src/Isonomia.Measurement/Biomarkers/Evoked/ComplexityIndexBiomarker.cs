using Isonomia.Measurement.Results;
using Isonomia.Measurement.Settings;

namespace Isonomia.Measurement.Biomarkers.Evoked;

/// <summary>Perturbational complexity of the response to a pulse, over all channels: PCIst.</summary>
public sealed class ComplexityIndexBiomarker : RecordingBiomarker<EvokedAverage>
{
    private const int FewestChannels = 2;
    private const int FewestSamples = 20;

    /// <inheritdoc/>
    public override string Name => "pci";

    /// <inheritdoc/>
    public override BiomarkerDefinition Definition { get; } = new(
        "Perturbational complexity index by state transitions (PCIst)",
        "Principal components of the mean response (99 % of its variance, signal to noise above 1.1); of each the largest excess of "
        + "transitions in its thresholded distance matrix over 1.2 times those of the baseline; summed",
        Direction.Undecided,
        Evidence.Weak,
        "Comolatti et al. 2019 Brain Stimulation, doi:10.1016/j.brs.2019.05.013; the index: Casali et al. 2013 Sci Transl Med, "
        + "doi:10.1126/scitranslmed.3006294",
        "Falls in sleep without dreams and anaesthesia, where cortical responses are stereotyped. Depends on the number of channels, "
        + "on the stimulus reaching cortex, and on artefacts having been removed: compare like with like.")
    {
        Quantities = new Dictionary<string, string>
        {
            ["value"] = "PCIst",
            ["components"] = "components that were used",
            ["trials"] = "trials of the channel that has fewest",
        },
    };

    /// <inheritdoc/>
    public override IReadOnlyList<Setting> Settings { get; } =
    [
        StimulationSettings.Event, StimulationSettings.Baseline, StimulationSettings.Response, StimulationSettings.BaselineWeight,
        StimulationSettings.LeastSignalToNoise, StimulationSettings.Variance, StimulationSettings.Thresholds,
    ];

    /// <inheritdoc/>
    public override bool AppliesTo(MeasureSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return settings.Get(StimulationSettings.Event) != "none";
    }

    /// <inheritdoc/>
    protected override EvokedAverage Take(ChannelAnalysis channel)
    {
        ArgumentNullException.ThrowIfNull(channel);
        var (baseline, response) = (channel.Get(StimulationSettings.Baseline), channel.Get(StimulationSettings.Response));
        return baseline.Low >= response.High
            ? new EvokedAverage([], [], 0, 0, "the baseline must lie before the response")
            : EvokedAverage.Of(channel, channel.Get(StimulationSettings.Event), new Interval(baseline.Low, response.High), baseline);
    }

    /// <inheritdoc/>
    protected override BiomarkerResult Measure(RecordingAnalysis recording, IReadOnlyList<EvokedAverage> parts)
    {
        ArgumentNullException.ThrowIfNull(recording);
        ArgumentNullException.ThrowIfNull(parts);
        var why = parts.Select(p => p.Why).FirstOrDefault(w => w is not null)
            ?? (parts.Count < FewestChannels ? "one channel has no components" : null)
            ?? (parts.Any(p => p.Mean.Length != parts[0].Mean.Length || p.Zero != parts[0].Zero) ? "trials differ in length" : null);
        if (why is not null)
            return Without(why);
        var (rate, zero) = (recording.SamplingRate, parts[0].Zero);
        (int First, int End) At(Interval window) => (Math.Clamp(zero + (int)Math.Round(window.Low * rate), 0, parts[0].Mean.Length - 1),
            Math.Clamp(zero + (int)Math.Round(window.High * rate), 0, parts[0].Mean.Length - 1));
        var (baseline, response) = (At(recording.Get(StimulationSettings.Baseline)), At(recording.Get(StimulationSettings.Response)));
        if (baseline.End - baseline.First < FewestSamples || response.End - response.First < FewestSamples)
            return Without($"baseline and response need {FewestSamples} samples each");
        var found = StateTransitions.Of([.. parts.Select(p => p.Mean)], baseline, response,
            (recording.Get(StimulationSettings.BaselineWeight), recording.Get(StimulationSettings.LeastSignalToNoise),
                recording.Get(StimulationSettings.Variance), recording.Get(StimulationSettings.Thresholds)));
        return new ReadingResult(new Reading().Number("value", Measured.Of(found.Sum()), "1").Count("components", found.Length)
            .Count("trials", parts.Min(p => p.Trials)).Curve("by_component", found, "1"));
    }

    private static ReadingResult Without(string why) =>
        new(new Reading().Number("value", Measured.Undefined(why), "1"));
}
