using Isonomia.Measurement.Biomarkers.Spikes.Statistics;
using Isonomia.Measurement.Results;
using Isonomia.Measurement.Settings;

namespace Isonomia.Measurement.Biomarkers.Spikes;

/// <summary>How much the number of a unit's spikes varies from window to window.</summary>
public sealed class FanoFactorBiomarker : ISpikeBiomarker
{
    private const int FewWindows = 20;

    /// <inheritdoc/>
    public string Name => "fano_factor";

    /// <inheritdoc/>
    public BiomarkerDefinition Definition { get; } = new(
        "Fano factor of spike counts",
        "variance over mean of the number of spikes in windows that follow one another",
        Direction.Undecided,
        Evidence.Weak,
        "Fano 1947 Phys Rev, doi:10.1103/PhysRev.72.26; in cortex: Churchland et al. 2010 Nat Neurosci, "
        + "doi:10.1038/nn.2501",
        "1 for a Poisson process. Slow changes of rate and bursts raise it, and the more the longer the window; "
        + "compare only windows of one length.")
    {
        Quantities = new Dictionary<string, string> { ["fano"] = "Fano factor: over units its mean, sd and median" },
    };

    /// <inheritdoc/>
    public IReadOnlyList<Setting> Settings { get; } = [SpikeSettings.Range, SpikeSettings.FanoWindow];

    /// <inheritdoc/>
    public BiomarkerResult Measure(SpikeAnalysis population)
    {
        var (start, stop, window) = (population.Start, population.Stop, population.Get(SpikeSettings.FanoWindow));
        var factors = new Measured[population.Units.Count];
        for (var i = 0; i < factors.Length; i++)
            factors[i] = new SpikeCounts(population.Times(i), start, stop, window).Fano();
        var windows = SpikeCounts.BinsOf(start, stop, window);
        return new UnitStatisticsResult([new("fano", "1", factors)])
        {
            Warnings = windows is >= 2 and < FewWindows
                ? [$"only {windows} windows: the variance of so few counts scatters much"]
                : [],
        };
    }
}
