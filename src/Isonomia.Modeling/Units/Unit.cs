namespace Isonomia.Modeling.Units;

/// <summary>A unit of measurement: so many SI base units of a dimension.</summary>
/// <param name="Name">What it is written as: "mV", "siemens".</param>
/// <param name="Dimension">What it measures.</param>
/// <param name="Scale">How many SI base units one of it is: 0.001 for mV.</param>
public sealed record Unit(string Name, Dimension Dimension, double Scale);
