using Isonomia.Measurement.Results;

namespace Isonomia.Measurement.Biomarkers.Timescales;

/// <summary>How long a signal or spike counts stay correlated with themselves.</summary>
/// <param name="Tau">The timescale of an exponential decay to an offset, in seconds.</param>
/// <param name="Half">Width at half height, in seconds; null where it is not measured (of spike counts).</param>
/// <param name="Zero">Lag of the first zero, in seconds; null likewise.</param>
/// <param name="Over">How many windows, or units, were averaged.</param>
/// <param name="OverName">What they are.</param>
/// <param name="StepSeconds">Distance of two lags.</param>
/// <param name="Correlations">From lag 0 on.</param>
public sealed record AutocorrelationResult(
    Measured Tau, Measured? Half, Measured? Zero, int Over, string OverName, double StepSeconds, double[] Correlations)
    : BiomarkerResult
{
    /// <inheritdoc/>
    public override Reading ToReading()
    {
        var reading = new Reading().Number("tau_s", Tau, "s");
        if (Half is { } half)
            reading.Number("half_width_s", half, "s");
        if (Zero is { } zero)
            reading.Number("first_zero_s", zero, "s");
        return reading.Count(OverName, Over).Number("step_s", StepSeconds, "s").Curve("correlations", Correlations, "1");
    }

    internal static AutocorrelationResult None(string why, string overName, double step, bool widths)
    {
        var none = Measured.Undefined(why);
        return new AutocorrelationResult(none, widths ? none : null, widths ? none : null, 0, overName, step, []);
    }
}
