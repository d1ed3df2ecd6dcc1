using System.Collections.Frozen;

namespace Isonomia.Modeling.Units;

/// <summary>
/// The constants that may be named in a model, under Brian 2's names. Values are those of CODATA 2018 (Tiesinga, Mohr,
/// Newell and Taylor 2021, doi:10.1103/RevModPhys.93.025010), where the Avogadro and Boltzmann constants and the
/// elementary charge are exact by definition of the SI.
/// </summary>
public static class PhysicalConstants
{
    private const double Avogadro = 6.02214076e23;
    private const double Boltzmann = 1.380649e-23;
    private const double ElementaryCharge = 1.602176634e-19;

    private static readonly FrozenDictionary<string, Quantity> table =
        Table().ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The names of all constants.</summary>
    public static IReadOnlyList<string> Names => table.Keys;

    /// <summary>The constant of a name, or null where there is none.</summary>
    /// <param name="name">A name: "gas_constant", "pi".</param>
    public static Quantity? Find(string name) => table.TryGetValue(name, out var found) ? found : null;

    /// <summary>Whether a name is one of the numbers (pi, e, inf) that no variable may be called.</summary>
    /// <param name="name">A name.</param>
    public static bool IsReserved(string name) => name is "pi" or "e" or "inf";

    private static Dictionary<string, Quantity> Table()
    {
        var (length, mass, temperature, amount) =
            (Dimension.Length, Dimension.Mass, Dimension.Temperature, Dimension.Amount);
        var force = mass * length / Dimension.Time.Power(2);
        var energy = force * length;
        return new Dictionary<string, Quantity>(StringComparer.Ordinal)
        {
            ["pi"] = new(Math.PI, Dimension.None),
            ["e"] = new(Math.E, Dimension.None),
            ["inf"] = new(double.PositiveInfinity, Dimension.None),
            ["avogadro_constant"] = new(Avogadro, Dimension.None / amount),
            ["boltzmann_constant"] = new(Boltzmann, energy / temperature),
            ["electric_constant"] = new(8.8541878128e-12, Dimension.Capacitance / length),
            ["electron_mass"] = new(9.1093837015e-31, mass),
            ["elementary_charge"] = new(ElementaryCharge, Dimension.Charge),
            ["faraday_constant"] = new(Avogadro * ElementaryCharge, Dimension.Charge / amount),
            ["gas_constant"] = new(Avogadro * Boltzmann, energy / amount / temperature),
            ["magnetic_constant"] = new(1.25663706212e-6, force / Dimension.Current.Power(2)),
            ["molar_mass_constant"] = new(0.99999999965e-3, mass / amount),
            ["zero_celsius"] = new(273.15, temperature),
        };
    }
}
