namespace Isonomia.Simulation.Circuits.Checkpoints;

/// <summary>A checkpoint that cannot be gone on from; the message says why, for people.</summary>
/// <param name="message">Which file, what was found, what was expected.</param>
public sealed class CheckpointException(string message) : Exception(message);
