using Isonomia.Measurement.Biomarkers.Spikes;
using Isonomia.Measurement.Results;
using Isonomia.Measurement.Settings;

namespace Isonomia.Measurement.Biomarkers.Criticality.Avalanches;

/// <summary>Cascades of activity, of spikes or of threshold crossings across channels, beside those of criticality.
/// </summary>
public sealed class AvalancheBiomarker : RecordingBiomarker<int[]>, ISpikeBiomarker
{
    private const int FewestEvents = 100;

    /// <inheritdoc/>
    public override string Name => "avalanches";

    /// <inheritdoc/>
    public override BiomarkerDefinition Definition { get; } = new(
        "Neuronal avalanches",
        "runs of bins with events (spikes of all units, or excursions of signals beyond a threshold), between empty bins;"
        + " sizes and durations fitted by power laws with exact maximum likelihood, tested by bootstrap and beside other"
        + " forms; kappa = 1 + mean distance of the cumulative sizes from those of s^-3/2; dcc = |(alpha - 1)/(tau - 1) -"
        + " gamma|",
        Direction.Rises,
        Evidence.Moderate,
        "Beggs & Plenz 2003 J Neurosci, doi:10.1523/JNEUROSCI.23-35-11167.2003; Shew et al. 2009 J Neurosci, "
        + "doi:10.1523/JNEUROSCI.3864-09.2009; Clauset et al. 2009 SIAM Rev, doi:10.1137/070710111; Ma et al. 2019 "
        + "Neuron, doi:10.1016/j.neuron.2019.08.031",
        "The direction is that of kappa: below 1 with too much inhibition, above 1 with too little (Shew et al., slice "
        + "cultures). Bins, thresholds and how much of the network is seen move every exponent; subsampled critical "
        + "activity looks subcritical. Where avalanches overlap (fast, asynchronous or volume-conducted activity) they are"
        + " no cascades. A power law that passes its test is no proof of criticality: look at dcc and the other forms.")
    {
        Quantities = new Dictionary<string, string>
        {
            ["kappa"] = "1 critical, below subcritical, above supercritical",
            ["dcc"] = "deviation from criticality coefficient: how far the exponents are from hanging together",
            ["gamma"] = "how mean size grows with duration; 2 for a critical branching process",
            ["gamma_predicted"] = "what the exponents of size and duration say it should be",
            ["collapse_gamma"] = "the exponent that makes courses of all durations one shape",
            ["collapse_error"] = "how far apart they remain",
            ["naive_branching"] = "events in the second bin over those in the first, mean over avalanches; biased by "
                + "what was not recorded",
            ["avalanches"] = "how many there are",
            ["events"] = "events that they are made of",
            ["bin_s"] = "length of the bins",
            ["size"] = "the distribution of sizes, in events, with",
            ["duration"] = "the distribution of durations, in bins, with the same numbers",
            ["exponent"] = "of the power law: tau of size, alpha of duration; 1.5 and 2 for a critical branching process",
            ["from"] = "the smallest value that was fitted",
            ["fitted"] = "avalanches that were fitted",
            ["ks_distance"] = "largest distance of the cumulative distributions of data and fit",
            ["p"] = "how probable data no nearer to their own fit are if the power law is true; 0.1 or less rules it out",
            ["log_ratio"] = "log-likelihood of the power law less that of the other form",
            ["vuong"] = "the same over its standard deviation; above 0 the power law fits better",
            ["vuong_p"] = "how probable so large a difference is if both fit alike",
        },
    };

    /// <inheritdoc/>
    public override IReadOnlyList<Setting> Settings { get; } =
        [SpikeSettings.Range, .. ThresholdEvents.Settings, .. AvalancheSettings.All];

    /// <inheritdoc/>
    public BiomarkerResult Measure(SpikeAnalysis population)
    {
        ArgumentNullException.ThrowIfNull(population);
        var events = MergedSpikes.Of(population);
        if (events.Length < FewestEvents)
            return None(events.Length);
        var wanted = population.Get(AvalancheSettings.Bin);
        var width = wanted > 0 ? wanted : (events[^1] - events[0]) / (events.Length - 1);
        return width > 0
            ? Judge(AvalancheList.Of(events, events[0], width), events.Length, width, population.Settings, 1, default)
            : None(events.Length);
    }

    /// <inheritdoc/>
    protected override int[] Take(ChannelAnalysis channel) => ThresholdEvents.Of(channel);

    /// <inheritdoc/>
    protected override BiomarkerResult Measure(RecordingAnalysis recording, IReadOnlyList<int[]> parts)
    {
        double[] events = [.. parts.SelectMany(p => p).Order().Select(s => (double)s)];
        if (events.Length < FewestEvents)
            return None(events.Length);
        var wanted = recording.Get(AvalancheSettings.Bin) * recording.SamplingRate;
        // The time that was measured is that of the channel with most of it.
        var measured = recording.Channels.Max(c => c.Usable.Sum(u => (double)u.Count));
        var width = Math.Max(1, Math.Round(wanted > 0 ? wanted : measured / events.Length));
        var list = new AvalancheList();
        foreach (var part in recording.Continuous)
        {
            var from = FirstNotBelow(events, part.First);
            list.Add(events.AsSpan(from, FirstNotBelow(events, part.End) - from), part.First, width);
        }

        return Judge(list, events.Length, width / recording.SamplingRate, recording.Settings, recording.Threads,
            recording.Cancel);
    }

    private static AvalancheResult Judge(AvalancheList list, int events, double binSeconds, MeasureSettings settings,
        int threads, CancellationToken cancel)
    {
        var samples = settings.Get(AvalancheSettings.Samples);
        var size = TailFinding.Of(list.Sizes, settings.Get(AvalancheSettings.SizeFrom), samples, threads, cancel);
        var duration =
            TailFinding.Of(list.Durations, settings.Get(AvalancheSettings.DurationFrom), samples, threads, cancel);
        var kappa = Kappa.Of(list.Sizes);
        return new AvalancheResult(list.Sizes.Count, list.NaiveBranching, events, binSeconds, size, duration,
            CrackleRelation.Of(list, size, duration, samples), ShapeCollapse.Of(list),
            double.IsNaN(kappa) ? Measured.Undefined("all avalanches have one size") : Measured.Of(kappa), null)
        {
            Warnings = [.. AvalancheWarnings.Of(list, size, duration)],
        };
    }

    private static AvalancheResult None(int events)
    {
        var none = new TailFinding([], [], null, double.NaN, []);
        var why = $"{events} events; {FewestEvents} are needed";
        return new AvalancheResult(0, double.NaN, events, double.NaN, none, none,
            new CrackleRelation(default, default, default), null, Measured.Undefined(why), why);
    }

    private static int FirstNotBelow(double[] sorted, double at)
    {
        var found = Array.BinarySearch(sorted, at - 0.5);
        return found < 0 ? ~found : found;
    }
}
