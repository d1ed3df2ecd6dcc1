namespace Isonomia.Simulation.Theory;

/// <summary>A circuit that mean-field theory of leaky integrate-and-fire cells does not cover, and why.</summary>
public sealed class MeanFieldException(string message) : Exception(message);
