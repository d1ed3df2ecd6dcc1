namespace Isonomia.Measurement.Preprocessing;

/// <summary>A part of a recording that is not measured, on some channels or on all.</summary>
/// <param name="Onset">Seconds of stored signal before it (gaps not counted).</param>
/// <param name="Duration">Its length in seconds.</param>
/// <param name="Why">What was wrong there.</param>
public sealed record RejectedSegment(double Onset, double Duration, string Why)
{
    /// <summary>Names of the channels that are not measured there; empty for all of them.</summary>
    public IReadOnlyList<string> Channels { get; init; } = [];
}
