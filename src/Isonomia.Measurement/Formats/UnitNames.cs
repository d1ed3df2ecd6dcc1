namespace Isonomia.Measurement.Formats;

/// <summary>The spelling of physical units.</summary>
public static class UnitNames
{
    /// <summary>The micro sign and the Greek mu, mangled ones first.</summary>
    private static readonly string[] Micros = ["\u00C2\u00B5", "\u00CE\u00BC", "\u00B5", "\u03BC"];

    /// <summary>
    /// Spells a unit as <see cref="Recordings.Channel.Unit"/> wants it: micro as <c>u</c>, however the file wrote it
    /// (micro sign, Greek mu, either of them mangled by a wrong code page, the word), and volts and tesla in their
    /// usual case. Other units pass trimmed.
    /// </summary>
    public static string Normalise(string text)
    {
        var unit = text.Trim().Trim('\0').Trim();
        foreach (var micro in Micros)
            unit = unit.Replace(micro, "u");
        return unit.ToUpperInvariant() switch
        {
            "UV" or "MICROV" or "MICROVOLT" or "MICROVOLTS" => "uV",
            "V" or "VOLT" or "VOLTS" => "V",
            "NV" or "NANOVOLT" or "NANOVOLTS" => "nV",
            "MILLIVOLT" or "MILLIVOLTS" => "mV",
            "MV" => "mV",
            "T" or "TESLA" => "T",
            "FT" => "fT",
            "T/M" => "T/m",
            _ => unit,
        };
    }

    /// <summary>Whether a normalised unit is an electrical potential.</summary>
    public static bool IsVoltage(string unit) => unit is "V" or "mV" or "uV" or "nV";

    /// <summary>Whether a normalised unit is a magnetic flux density.</summary>
    public static bool IsFluxDensity(string unit) => unit is "T" or "fT" or "pT" or "nT" or "uT";

    /// <summary>Whether a normalised unit is a gradient of magnetic flux density.</summary>
    public static bool IsFluxGradient(string unit) => unit is "T/m" or "fT/cm" or "fT/m" or "pT/m" or "pT/cm" or "T/cm";
}
