namespace Isonomia.Measurement.Recordings;

/// <summary>Something marked in a recording.</summary>
/// <param name="Onset">Seconds from the start of the recording.</param>
/// <param name="Duration">Seconds; zero for a moment.</param>
/// <param name="Description">What the file says of it.</param>
public sealed record RecordingEvent(double Onset, double Duration, string Description);
