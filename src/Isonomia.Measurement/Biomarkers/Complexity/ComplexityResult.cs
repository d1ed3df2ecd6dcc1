using Isonomia.Measurement.Results;
using Isonomia.Numerics.Statistics;

namespace Isonomia.Measurement.Biomarkers.Complexity;

/// <summary>A measure of complexity on one channel: the mean over windows.</summary>
/// <param name="Value">The mean, or why there is none.</param>
/// <param name="StandardDeviation">Over windows, n - 1 in the denominator; NaN for fewer than two.</param>
/// <param name="Windows">How many windows had a value.</param>
/// <param name="WindowSeconds">Length of a window in seconds; NaN when there are none.</param>
/// <param name="Unit">The unit.</param>
public sealed record ComplexityResult(
    Measured Value, double StandardDeviation, int Windows, double WindowSeconds, string Unit) : BiomarkerResult
{
    internal static ComplexityResult Of(double[] windows, double windowSeconds, string unit) => new(
        WindowMean.Of(windows),
        windows.Length > 1 ? Descriptive.StandardDeviation(windows, ddof: 1) : double.NaN,
        windows.Length,
        windowSeconds,
        unit);

    internal static ComplexityResult None(string why, double windowSeconds, string unit) =>
        new(Measured.Undefined(why), double.NaN, 0, windowSeconds, unit);

    /// <inheritdoc/>
    public override Reading ToReading()
    {
        var reading = new Reading().Number("value", Value, Unit);
        if (Windows > 1)
            reading.Number("sd", StandardDeviation, Unit);
        reading.Count("windows", Windows);
        return double.IsNaN(WindowSeconds) ? reading : reading.Number("window_s", WindowSeconds, "s");
    }
}
