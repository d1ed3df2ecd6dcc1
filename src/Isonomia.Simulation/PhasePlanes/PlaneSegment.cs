namespace Isonomia.Simulation.PhasePlanes;

/// <summary>A straight piece of a curve in the phase plane.</summary>
/// <param name="FromX">First variable at one end.</param>
/// <param name="FromY">Second variable at that end.</param>
/// <param name="ToX">First variable at the other end.</param>
/// <param name="ToY">Second variable there.</param>
public readonly record struct PlaneSegment(double FromX, double FromY, double ToX, double ToY);
