using Isonomia.Measurement.Recordings;

namespace Isonomia.Inference.Tracking;

/// <summary>What was followed on one channel.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="WhyNot">Why it was not followed; null where it was.</param>
/// <param name="Points">Its windows, in order.</param>
/// <param name="Seconds">How long following it took.</param>
public sealed record ChannelTrack(Channel Channel, string? WhyNot, IReadOnlyList<TrackPoint> Points, double Seconds);
