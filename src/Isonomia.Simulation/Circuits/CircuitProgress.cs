namespace Isonomia.Simulation.Circuits;

/// <summary>How far a run of a circuit is.</summary>
/// <param name="Time">Seconds simulated.</param>
/// <param name="Duration">Seconds to simulate.</param>
/// <param name="Spikes">Spikes so far.</param>
/// <param name="RealTimeFactor">Wall-clock seconds for a simulated second, so far.</param>
/// <param name="Left">Wall-clock seconds left at that pace.</param>
public readonly record struct CircuitProgress(
    double Time, double Duration, long Spikes, double RealTimeFactor, double Left);
