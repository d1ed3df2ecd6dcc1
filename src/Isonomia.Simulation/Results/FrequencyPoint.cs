namespace Isonomia.Simulation.Results;

/// <summary>One point of an f-I curve.</summary>
/// <param name="Input">The constant input, in SI base units.</param>
/// <param name="MeanRate">Spikes divided by the duration, in hertz.</param>
/// <param name="InitialRate">The inverse of the first interspike interval, in hertz; null below two spikes.</param>
/// <param name="SteadyRate">The inverse of the mean of the later half of the intervals; null below two spikes.</param>
/// <param name="Latency">The time of the first spike, in seconds; null without one.</param>
public sealed record FrequencyPoint(
    double Input, double MeanRate, double? InitialRate, double? SteadyRate, double? Latency);
