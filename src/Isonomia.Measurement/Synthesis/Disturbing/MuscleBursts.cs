namespace Isonomia.Measurement.Synthesis.Disturbing;

/// <summary>Bursts of the temporal muscles, left or right: noise from 20 to 110 Hz.</summary>
/// <param name="Count">How many, spread over the recording.</param>
/// <param name="AmplitudeUv">Root mean square over the muscle in mid-burst, in uV.</param>
public sealed record MuscleBursts(int Count, double AmplitudeUv)
{
    /// <summary>How long one lasts, in seconds.</summary>
    public double Duration { get; init; } = 1.5;
}
