using Isonomia.Measurement.Biomarkers.Spikes.Statistics;
using Isonomia.Measurement.Settings;

namespace Isonomia.Measurement.Biomarkers.Spikes;

/// <summary>How closely the spike counts of two units go together.</summary>
public sealed class SpikeCorrelationBiomarker : ISpikeBiomarker
{
    /// <inheritdoc/>
    public string Name => "spike_correlation";

    /// <inheritdoc/>
    public BiomarkerDefinition Definition { get; } = new(
        "Pairwise correlation of spike counts",
        "Pearson's correlation of the counts of two units in bins, over all pairs of a sample of units that fire",
        Direction.Rises,
        Evidence.Moderate,
        "Inhibition that tracks excitation cancels correlations: Renart et al. 2010 Science, "
        + "doi:10.1126/science.1179850",
        "Grows with rate and with the length of the bin (de la Rocha et al. 2007, doi:10.1038/nature06028); slow drifts"
        + " that all units share raise it; sorting errors lower it. Units that never fire are not among the pairs.")
    {
        Quantities = new Dictionary<string, string>
        {
            ["mean"] = "mean correlation over pairs",
            ["sd"] = "standard deviation over pairs",
            ["median"] = "median over pairs",
            ["pairs"] = "pairs whose correlation is defined",
            ["sampled_units"] = "units that were paired with each other",
            ["window_s"] = "length of the bins",
        },
    };

    /// <inheritdoc/>
    public IReadOnlyList<Setting> Settings { get; } =
        [SpikeSettings.Range, SpikeSettings.CorrelationBin, SpikeSettings.Sample];

    /// <inheritdoc/>
    public BiomarkerResult Measure(SpikeAnalysis population)
    {
        var width = population.Get(SpikeSettings.CorrelationBin);
        var sample = population.Sample();
        var counts = Array.ConvertAll(sample,
            i => new SpikeCounts(population.Times(i), population.Start, population.Stop, width));
        return PairStatisticResult.Over(sample, width, (i, j) => SpikeCounts.Correlation(counts[i], counts[j]));
    }
}
