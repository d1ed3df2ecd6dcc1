namespace Isonomia.Simulation.Reference;

/// <summary>The right side of a system of differential equations dy/dt = f(t, y).</summary>
/// <param name="time">t.</param>
/// <param name="state">y.</param>
/// <param name="slope">Receives dy/dt.</param>
public delegate void RightSide(double time, ReadOnlySpan<double> state, Span<double> slope);
