namespace Isonomia.Measurement.Biomarkers.Aperiodic.Parameterisation;

/// <summary>The form of the aperiodic component, in log10 power.</summary>
public enum AperiodicMode
{
    /// <summary>A line in log-log axes: <c>offset - log10(f^exponent)</c>.</summary>
    Fixed,

    /// <summary>A bend between a flat and a falling part: <c>offset - log10(knee + f^exponent)</c>.</summary>
    Knee,
}
