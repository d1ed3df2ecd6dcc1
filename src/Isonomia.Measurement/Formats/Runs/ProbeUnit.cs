namespace Isonomia.Measurement.Formats.Runs;

/// <summary>
/// The unit in which a recorded variable is given: values are stored in SI base units, which name none of the units of
/// the field. Potentials of cells are given in millivolts, currents in picoamperes, conductances in nanosiemens.
/// </summary>
public static class ProbeUnit
{
    private static readonly Dictionary<string, (string Unit, double Gain)> Known = new(StringComparer.Ordinal)
    {
        ["m^2 kg s^-3 A^-1"] = ("mV", 1e3),
        ["V"] = ("mV", 1e3),
        ["A"] = ("pA", 1e12),
        ["m^-2 kg^-1 s^3 A^2"] = ("nS", 1e9),
        ["S"] = ("nS", 1e9),
        ["m^2 kg s^-4 A^-1"] = ("V/s", 1),
        ["s^-1"] = ("Hz", 1),
        ["Hz"] = ("Hz", 1),
        ["1"] = ("1", 1),
    };

    /// <summary>The unit, and what stored values are multiplied by. One that is not known is kept as it is.</summary>
    /// <param name="stored">The unit in which a value is stored: SI base units, or the name of one of theirs.</param>
    public static (string Unit, double Gain) Of(string stored) => Known.GetValueOrDefault(stored, (stored, 1));
}
