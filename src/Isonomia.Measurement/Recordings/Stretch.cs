namespace Isonomia.Measurement.Recordings;

/// <summary>
/// An uninterrupted part of a recording. Most recordings are one stretch; discontinuous files and epoched data have
/// several, stored one after another but not contiguous in time. Nothing is ever filtered or windowed across the
/// boundary between two stretches.
/// </summary>
/// <param name="Onset">When it begins, in seconds from the start of the recording.</param>
/// <param name="Duration">How long it is, in seconds.</param>
public sealed record Stretch(double Onset, double Duration);
