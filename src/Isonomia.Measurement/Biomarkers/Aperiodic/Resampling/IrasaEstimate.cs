using Isonomia.Measurement.Results;

namespace Isonomia.Measurement.Biomarkers.Aperiodic.Resampling;

/// <summary>A spectrum split by resampling, and the line through its aperiodic part.</summary>
/// <param name="Frequencies">Hz.</param>
/// <param name="Density">The whole spectrum, in unit squared per Hz.</param>
/// <param name="Aperiodic">Its aperiodic part; what is left is the periodic part, and may be negative.</param>
/// <param name="Offset">Log10 of the aperiodic part at 1 Hz, by the line.</param>
/// <param name="Exponent">How steeply the line falls in log-log axes.</param>
/// <param name="RSquared">Squared correlation of the line with the logarithm of the aperiodic part.</param>
/// <param name="Windows">How many windows the whole spectrum averages.</param>
public sealed record IrasaEstimate(
    double[] Frequencies,
    double[] Density,
    double[] Aperiodic,
    Measured Offset,
    Measured Exponent,
    double RSquared,
    int Windows);
