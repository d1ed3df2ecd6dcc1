namespace Isonomia.Simulation.Coupling;

/// <summary>
/// Gives the edges of a range of targets, in any order, which depends on the range only. Several threads may call it at
/// once.
/// </summary>
/// <param name="firstTarget">The first target.</param>
/// <param name="endTarget">The target behind the last.</param>
/// <param name="receive">Is called with them, a batch at a time.</param>
internal delegate void GradedEdges(int firstTarget, int endTarget, GradedEdgeBatch receive);
