namespace Isonomia.Simulation.PhasePlanes;

/// <summary>The velocity of a two-variable model at a point of its phase plane.</summary>
/// <param name="x">The first variable.</param>
/// <param name="y">The second variable.</param>
/// <returns>The derivatives of both with respect to time.</returns>
public delegate (double X, double Y) PlaneField(double x, double y);
