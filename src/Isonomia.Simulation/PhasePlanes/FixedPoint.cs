namespace Isonomia.Simulation.PhasePlanes;

/// <summary>A point at which both variables stand still.</summary>
/// <param name="X">The first variable.</param>
/// <param name="Y">The second variable.</param>
/// <param name="Kind">What trajectories near it do.</param>
public sealed record FixedPoint(double X, double Y, FixedPointKind Kind);
