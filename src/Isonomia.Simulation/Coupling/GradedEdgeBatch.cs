namespace Isonomia.Simulation.Coupling;

/// <summary>Receives edges: for each its source, its target (index in its population) and its weight.</summary>
internal delegate void GradedEdgeBatch(
    ReadOnlySpan<int> sources, ReadOnlySpan<int> targets, ReadOnlySpan<double> weights);
