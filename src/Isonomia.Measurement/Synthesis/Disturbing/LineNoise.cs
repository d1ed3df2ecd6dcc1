namespace Isonomia.Measurement.Synthesis.Disturbing;

/// <summary>Mains hum.</summary>
/// <param name="FrequencyHz">Its frequency, in Hz; left out where the sampling rate cannot carry it.</param>
/// <param name="AmplitudeUv">Root mean square, in uV, on average over electrodes.</param>
public sealed record LineNoise(double FrequencyHz, double AmplitudeUv);
