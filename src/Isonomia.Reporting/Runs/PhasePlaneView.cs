using Isonomia.Modeling.Equations;
using Isonomia.Simulation.PhasePlanes;

namespace Isonomia.Reporting.Runs;

/// <summary>A phase plane and the trajectory in it.</summary>
/// <param name="X">The variable along the horizontal axis.</param>
/// <param name="Y">The variable along the vertical axis.</param>
/// <param name="Plane">Nullclines and fixed points, in SI base units.</param>
/// <param name="PathX">The trajectory's first variable.</param>
/// <param name="PathY">The trajectory's second variable.</param>
/// <param name="Resets">Indices of the trajectory at which a spike has just reset it.</param>
/// <param name="At">The time whose inputs the nullclines are drawn for, in seconds.</param>
public sealed record PhasePlaneView(
    Symbol X, Symbol Y, PhasePlane Plane, double[] PathX, double[] PathY, int[] Resets, double At);
