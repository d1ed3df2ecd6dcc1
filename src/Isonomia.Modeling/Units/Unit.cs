namespace Isonomia.Modeling.Units;

/// <summary>A unit of measurement: so many SI base units of a dimension.</summary>
/// <param name="Name">What it is written as: "mV", "siemens".</param>
/// <param name="Dimension">What it measures.</param>
/// <param name="Scale">How many SI base units one of it is: 0.001 for mV.</param>
public sealed record Unit(string Name, Dimension Dimension, double Scale)
{
    /// <summary>
    /// So many of this unit, in SI base units. A thousandth is divided by 1000, which is exact, and not multiplied by
    /// 0.001, which is not: 0.3 ms is the same number as 3e-4 s.
    /// </summary>
    /// <param name="number">A number of this unit.</param>
    public double ToBase(double number) =>
        Scale is < 1 and >= 1e-15 ? number / Math.Round(1 / Scale) : number * Scale;

    /// <summary>How many of this unit a value in SI base units is, as exactly as <see cref="ToBase"/>.</summary>
    /// <param name="value">A value in SI base units.</param>
    public double FromBase(double value) =>
        Scale is < 1 and >= 1e-15 ? value * Math.Round(1 / Scale) : value / Scale;
}
