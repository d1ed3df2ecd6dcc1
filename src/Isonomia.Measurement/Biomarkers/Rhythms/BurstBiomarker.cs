using Isonomia.Measurement.Biomarkers.Amplitude;
using Isonomia.Measurement.Settings;

namespace Isonomia.Measurement.Biomarkers.Rhythms;

/// <summary>Bursts of gamma, or of other rhythms: how often, how long, how strong.</summary>
public sealed class BurstBiomarker : IBiomarker
{
    /// <inheritdoc/>
    public string Name => "bursts";

    /// <inheritdoc/>
    public BiomarkerDefinition Definition { get; } = new(
        "Bursts of gamma",
        "Times at which the band's amplitude lies more than 2 standard deviations above its mean for at least 3 cycles",
        Direction.Undecided,
        Evidence.Weak,
        "Lundqvist et al. 2016 Neuron, doi:10.1016/j.neuron.2016.02.028",
        "The threshold moves with the signal, so that rates say how amplitude is distributed and not how much gamma there "
        + "is: Gaussian noise bursts too, for 3.7 % of the time before short ones are dropped. Muscle bursts look the same "
        + "on the scalp.")
    {
        Quantities = new Dictionary<string, string>
        {
            ["rate_per_min"] = "bursts a minute, with the error of a count",
            ["duration_s"] = "how long a burst lasts on average",
            ["peak"] = "a burst's largest amplitude on average, in multiples of the mean amplitude",
            ["occupancy"] = "share of time in bursts",
            ["bursts"] = "how many there are",
        },
    };

    /// <inheritdoc/>
    public IReadOnlyList<Setting> Settings { get; } =
        [RhythmSettings.BurstBands, RhythmSettings.BurstThreshold, RhythmSettings.BurstCycles];

    /// <inheritdoc/>
    public BiomarkerResult Measure(ChannelAnalysis channel)
    {
        ArgumentNullException.ThrowIfNull(channel);
        var names = channel.Get(RhythmSettings.BurstBands).Split('+', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return new BurstResult([.. channel.Settings.Bands.Where(b => names.Contains(b.Name)).Select(band => Of(channel, band))]);
    }

    private static BandBursts Of(ChannelAnalysis channel, Band band)
    {
        if (BandFilters.WhyNot(band, channel.Signal.SamplingRate) is { } why)
            return BandBursts.Without(band, why);
        if (AmplitudeDynamics.IsFlat(channel.Signal))
            return BandBursts.Without(band, "flat: the signal does not vary");
        var found = BandBursts.Of(band, BandEnvelope.Of(channel, band), channel.Get(RhythmSettings.BurstThreshold),
            channel.Get(RhythmSettings.BurstCycles));
        channel.Forget(BandEnvelope.Key(band));
        return found;
    }
}
