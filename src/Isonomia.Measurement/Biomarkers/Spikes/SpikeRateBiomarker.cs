using Isonomia.Measurement.Results;
using Isonomia.Measurement.Settings;

namespace Isonomia.Measurement.Biomarkers.Spikes;

/// <summary>How often units fire.</summary>
public sealed class SpikeRateBiomarker : ISpikeBiomarker
{
    /// <inheritdoc/>
    public string Name => "spike_rate";

    /// <inheritdoc/>
    public BiomarkerDefinition Definition { get; } = new(
        "Firing rate",
        "spikes of a unit over the time measured; silent units count as 0",
        Direction.Rises,
        Evidence.Moderate,
        "Balance sets rates in Shadlen & Newsome 1998 J Neurosci, doi:10.1523/JNEUROSCI.18-10-03870.1998, and Brunel "
        + "2000 J Comput Neurosci, doi:10.1023/A:1008925309027",
        "Homeostasis pulls rates back within hours to days, and a network that inhibition stabilises can answer more "
        + "excitation of its inhibitory cells with lower rates of both. Spike sorting misses cells that rarely fire.")
    {
        Quantities = new Dictionary<string, string> { ["rate_hz"] = "firing rate: over units its mean, sd and median" },
    };

    /// <inheritdoc/>
    public IReadOnlyList<Setting> Settings { get; } = [SpikeSettings.Range, SpikeSettings.Listed];

    /// <inheritdoc/>
    public BiomarkerResult Measure(SpikeAnalysis population)
    {
        var rates = new Measured[population.Units.Count];
        for (var i = 0; i < rates.Length; i++)
        {
            rates[i] = population.Duration > 0
                ? Measured.Of(population.Times(i).Length / population.Duration)
                : Measured.Undefined("no time was measured");
        }

        return new UnitStatisticsResult([new UnitStatistic("rate_hz", "Hz", rates)]);
    }
}
