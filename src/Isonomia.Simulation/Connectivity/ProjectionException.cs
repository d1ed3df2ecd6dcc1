namespace Isonomia.Simulation.Connectivity;

/// <summary>A projection that cannot be made: its rule cannot be met, or what its synapses do cannot be computed.</summary>
/// <param name="message">What was found where, and what to do.</param>
public sealed class ProjectionException(string message) : Exception(message);
