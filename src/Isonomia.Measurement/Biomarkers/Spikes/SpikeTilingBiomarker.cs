using Isonomia.Measurement.Biomarkers.Spikes.Statistics;
using Isonomia.Measurement.Settings;

namespace Isonomia.Measurement.Biomarkers.Spikes;

/// <summary>How often the spikes of two units are near each other, whatever their rates.</summary>
public sealed class SpikeTilingBiomarker : ISpikeBiomarker
{
    // Above this share of the time, on average, next to everything is near a spike.
    private const double MostTiled = 0.8;

    /// <inheritdoc/>
    public string Name => "spike_tiling";

    /// <inheritdoc/>
    public BiomarkerDefinition Definition { get; } = new(
        "Spike time tiling coefficient",
        "((P_A - T_B)/(1 - P_A T_B) + (P_B - T_A)/(1 - P_B T_A))/2: P the share of a unit's spikes that are near one of"
        + " the other's, T the share of time that is near a unit's spikes; over all pairs of a sample of units that"
        + " fire",
        Direction.Rises,
        Evidence.Weak,
        "Cutts & Eglen 2014 J Neurosci, doi:10.1523/JNEUROSCI.2767-14.2014",
        "Made not to depend on rates, unlike the correlation of counts, but it does depend on the window, and on times "
        + "at which nothing was recorded. Where spikes are so frequent that nearly all time is near one, it tends to 1 "
        + "whether trains are related or not: shorten the window.")
    {
        Quantities = new Dictionary<string, string>
        {
            ["mean"] = "mean coefficient over pairs",
            ["sd"] = "standard deviation over pairs",
            ["median"] = "median over pairs",
            ["pairs"] = "pairs whose coefficient is defined",
            ["sampled_units"] = "units that were paired with each other",
            ["window_s"] = "how near a spike counts as near",
        },
    };

    /// <inheritdoc/>
    public IReadOnlyList<Setting> Settings { get; } =
        [SpikeSettings.Range, SpikeSettings.TilingWindow, SpikeSettings.Sample];

    /// <inheritdoc/>
    public BiomarkerResult Measure(SpikeAnalysis population)
    {
        var (dt, sample) = (population.Get(SpikeSettings.TilingWindow), population.Sample());
        var tiled = Array.ConvertAll(sample,
            i => TilingCoefficient.Tiled(population.Times(i), dt, population.Start, population.Stop));
        var found = PairStatisticResult.Over(sample, dt, (i, j) => TilingCoefficient.Of(
            population.Times(sample[i]), tiled[i], population.Times(sample[j]), tiled[j], dt));
        return tiled.Length > 0 && tiled.Average() is > MostTiled and var share
            ? found with
            {
                Warnings = [$"{100 * share:0} % of the time is within {dt} s of a unit's spikes, so that all is near "
                    + "all: shorten spikes.tiling_window"],
            }
            : found;
    }
}
