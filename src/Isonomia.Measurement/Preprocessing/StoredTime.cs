using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Preprocessing;

/// <summary>
/// Recording time runs through gaps; stored time does not. Events are marked in the first, samples lie in the second.
/// </summary>
internal static class StoredTime
{
    /// <summary>The parts of <c>[onset, onset + duration]</c> that are stored, in stored seconds.</summary>
    public static IEnumerable<(double From, double To)> Of(IReadOnlyList<Stretch> stretches, double onset, double duration)
    {
        var stored = 0.0;
        foreach (var stretch in stretches)
        {
            var from = Math.Max(onset, stretch.Onset);
            var to = Math.Min(onset + duration, stretch.Onset + stretch.Duration);
            if (from < to || (duration == 0 && onset >= stretch.Onset && onset < stretch.Onset + stretch.Duration))
                yield return (stored + from - stretch.Onset, stored + Math.Max(from, to) - stretch.Onset);
            stored += stretch.Duration;
        }
    }
}
