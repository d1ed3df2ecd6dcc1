namespace Isonomia.Simulation.Circuits;

/// <summary>A circuit that does not fit the memory there is.</summary>
/// <param name="message">What it would take and what there is, for people.</param>
public sealed class CircuitTooLargeException(string message) : Exception(message);
