namespace Isonomia.Simulation.Connectivity.Values;

/// <summary>Between what drawn values lie.</summary>
/// <param name="Min">None is less.</param>
/// <param name="Max">None is greater.</param>
/// <param name="IsExact">
/// Whether the bounds are those of the rule itself (constants, lists, limits, uniform); otherwise they are those of the
/// 32-bit draws, 6.4 standard deviations from the mean, which are seldom reached.
/// </param>
internal readonly record struct ValueBounds(double Min, double Max, bool IsExact);
