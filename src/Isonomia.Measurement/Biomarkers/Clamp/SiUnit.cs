namespace Isonomia.Measurement.Biomarkers.Clamp;

/// <summary>How many amperes or volts a channel's unit is.</summary>
internal static class SiUnit
{
    /// <summary>The factor; NaN where the unit is of another kind. Without a unit pA or mV is taken.</summary>
    public static double Factor(string unit, bool isCurrent) => (isCurrent, unit) switch
    {
        (true, "" or "pA") => 1e-12,
        (true, "nA") => 1e-9,
        (true, "uA") => 1e-6,
        (true, "mA") => 1e-3,
        (true, "A" or "amperes") => 1,
        (false, "" or "mV") => 1e-3,
        (false, "uV") => 1e-6,
        (false, "V" or "volts") => 1,
        _ => double.NaN,
    };
}
