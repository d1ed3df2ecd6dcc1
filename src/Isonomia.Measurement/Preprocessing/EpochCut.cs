using Isonomia.Measurement.Recordings;
using Isonomia.Measurement.Settings;

namespace Isonomia.Measurement.Preprocessing;

/// <summary>Cuts what is clean into epochs, around events or of fixed length, and keeps the whole ones.</summary>
internal static class EpochCut
{
    /// <summary>The epochs of one channel that are entirely clean.</summary>
    public static IReadOnlyList<SampleRange> Keep(Recording recording, MeasureSettings settings, double rate,
        IReadOnlyList<SampleRange> stretches, SampleMask mask) =>
        [.. All(recording, settings, rate, stretches).Where(e => mask.IsClean(e.First, e.End))];

    /// <summary>How many events there are to cut around; fails when an event is asked for that does not occur.</summary>
    public static int CountEvents(Recording recording, string description)
    {
        var count = recording.Events.Count(e => e.Description == description);
        if (count > 0)
            return count;
        var known = recording.Events.GroupBy(e => e.Description).OrderByDescending(g => g.Count()).ToArray();
        throw new BadInputException(recording.Header.Path, $"no event is called '{description}'"
            + Suggestion.For(description, known.Select(k => k.Key))
            + (known.Length == 0 ? "; it has no events" : "; it has "
                + string.Join(", ", known.Take(20).Select(k => $"{k.Key} ({k.Count()})"))));
    }

    private static IEnumerable<SampleRange> All(Recording recording, MeasureSettings settings, double rate,
        IReadOnlyList<SampleRange> stretches)
    {
        var length = settings.Get(PreprocessingSettings.EpochLength);
        var name = settings.Get(PreprocessingSettings.EpochEvent);
        if (name == "none")
        {
            var samples = (int)Math.Round(length * rate);
            foreach (var stretch in stretches)
            {
                for (var first = stretch.First; first + samples <= stretch.End; first += samples)
                    yield return new SampleRange(first, samples);
            }

            yield break;
        }

        var window = settings.Get(PreprocessingSettings.EpochWindow);
        var count = (int)Math.Round((window.High - window.Low) * rate);
        foreach (var mark in recording.Events.Where(e => e.Description == name))
        {
            foreach (var (from, _) in StoredTime.Of(recording.Stretches, mark.Onset, 0))
            {
                var first = (int)Math.Round((from + window.Low) * rate);
                if (stretches.Any(s => first >= s.First && first + count <= s.End))
                    yield return new SampleRange(first, count);
            }
        }
    }
}
