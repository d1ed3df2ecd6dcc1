using Isonomia.Measurement.Results;

namespace Isonomia.Measurement.Biomarkers.Spikes;

/// <summary>How much a population fires together.</summary>
/// <param name="Chi">Golomb's measure on binned spikes, 0 to 1, or why there is none.</param>
/// <param name="IfIndependent">What it would be if the same units ignored each other.</param>
/// <param name="BinSeconds">Length of its bins.</param>
/// <param name="PopulationFano">Variance over mean of the population's count.</param>
/// <param name="CountSeconds">Length of the bins of that count.</param>
public sealed record SynchronyResult(
    Measured Chi, Measured IfIndependent, double BinSeconds, Measured PopulationFano, double CountSeconds)
    : BiomarkerResult
{
    /// <inheritdoc/>
    public override Reading ToReading() => new Reading()
        .Number("chi", Chi, "1")
        .Number("chi_if_independent", IfIndependent, "1")
        .Number("bin_s", BinSeconds, "s")
        .Number("population_fano", PopulationFano, "1")
        .Number("population_fano_bin_s", CountSeconds, "s");
}
