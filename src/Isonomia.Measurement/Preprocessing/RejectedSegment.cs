namespace Isonomia.Measurement.Preprocessing;

/// <summary>A part of a recording that is not measured.</summary>
/// <param name="Onset">Seconds of stored signal before it (gaps not counted).</param>
/// <param name="Duration">Its length in seconds.</param>
/// <param name="Why">What was wrong there.</param>
public sealed record RejectedSegment(double Onset, double Duration, string Why);
