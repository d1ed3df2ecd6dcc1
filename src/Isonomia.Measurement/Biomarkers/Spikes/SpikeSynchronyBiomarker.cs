using Isonomia.Measurement.Biomarkers.Spikes.Statistics;
using Isonomia.Measurement.Results;
using Isonomia.Measurement.Settings;

namespace Isonomia.Measurement.Biomarkers.Spikes;

/// <summary>How much a population fires together: the variance of its mean activity against its units'.</summary>
public sealed class SpikeSynchronyBiomarker : ISpikeBiomarker
{
    /// <inheritdoc/>
    public string Name => "spike_synchrony";

    /// <inheritdoc/>
    public BiomarkerDefinition Definition { get; } = new(
        "Synchrony of a population",
        "chi = sqrt(variance over time of the mean count of all units / mean of the variances of their own counts); "
        + "population_fano = variance over mean of the count of all spikes",
        Direction.Rises,
        Evidence.Moderate,
        "Golomb & Rinzel 1994 Physica D, doi:10.1016/0167-2789(94)90214-3, Golomb 2007 Scholarpedia, "
        + "doi:10.4249/scholarpedia.1347, there of membrane potentials, here of spike counts in bins",
        "0 to 1: 1 when all fire as one, one over the root of the number of units when they ignore each other, so that "
        + "small samples look synchronous; compare with chi_if_independent. Depends on the bin. Rhythms that inhibition"
        + " paces are synchronous too.")
    {
        Quantities = new Dictionary<string, string>
        {
            ["chi"] = "synchrony, 0 to 1",
            ["chi_if_independent"] = "chi of as many units that ignore each other",
            ["bin_s"] = "length of the bins of chi",
            ["population_fano"] = "variance over mean of the count of all spikes; 1 for Poisson units that ignore each "
                + "other",
            ["population_fano_bin_s"] = "length of the bins of that count",
        },
    };

    /// <inheritdoc/>
    public IReadOnlyList<Setting> Settings { get; } =
        [SpikeSettings.Range, SpikeSettings.SynchronyBin, SpikeSettings.CorrelationBin];

    /// <inheritdoc/>
    public BiomarkerResult Measure(SpikeAnalysis population)
    {
        var (bin, wide) = (population.Get(SpikeSettings.SynchronyBin), population.Get(SpikeSettings.CorrelationBin));
        var units = population.Units.Count;
        var chi = Chi(population, bin);
        return new SynchronyResult(
            chi,
            chi.IsDefined ? Measured.Of(1 / Math.Sqrt(units)) : chi,
            bin,
            PopulationCounts.Fano(population, wide),
            wide);
    }

    private static Measured Chi(SpikeAnalysis population, double bin)
    {
        if (population.Units.Count < 2)
            return Measured.Undefined("a single unit");
        if (SpikeCounts.BinsOf(population.Start, population.Stop, bin) < 2)
            return Measured.Undefined("the recording is shorter than two bins");
        var own = 0.0;
        for (var i = 0; i < population.Units.Count; i++)
            own += new SpikeCounts(population.Times(i), population.Start, population.Stop, bin).Variance;
        if (own <= 0)
            return Measured.Undefined("no unit's count varies");
        // The variance of the mean is that of the sum over n^2, and the mean of variances their sum over n.
        var (_, variance) = PopulationCounts.Moments(population, bin);
        return Measured.Of(Math.Sqrt(variance / own / population.Units.Count));
    }
}
