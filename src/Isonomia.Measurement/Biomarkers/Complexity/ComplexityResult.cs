using Isonomia.Measurement.Results;
using Isonomia.Numerics.Statistics;

namespace Isonomia.Measurement.Biomarkers.Complexity;

/// <summary>A measure of complexity on one channel: the mean over windows.</summary>
/// <param name="Value">The mean, or why there is none.</param>
/// <param name="Windows">The value of each window that has one, in order of time.</param>
/// <param name="WindowSeconds">Length of a window in seconds; NaN when there are none.</param>
/// <param name="Unit">The unit.</param>
public sealed record ComplexityResult(Measured Value, double[] Windows, double WindowSeconds, string Unit)
    : BiomarkerResult
{
    /// <inheritdoc/>
    public override Reading ToReading()
    {
        var reading = new Reading().Number("value", Value, Unit);
        if (Windows.Length > 1)
            reading.Number("sd", Descriptive.StandardDeviation(Windows, ddof: 1), Unit);
        reading.Count("windows", Windows.Length);
        return double.IsNaN(WindowSeconds) ? reading : reading.Number("window_s", WindowSeconds, "s");
    }
}
