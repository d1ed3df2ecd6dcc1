using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Formats.Edf;

/// <summary>
/// Events from the status channel of a BioSemi recorder: its low 16 bits are the trigger inputs, and an event is each
/// change of theirs to something else than rest. Rest is zero, and the word held longest where idle inputs read high.
/// </summary>
internal static class StatusEvents
{
    private const int Words = 1 << 16;

    /// <summary>Finds the events.</summary>
    /// <param name="source">The samples.</param>
    /// <param name="index">The status channel's number.</param>
    /// <param name="channel">The status channel.</param>
    /// <param name="warnings">Gets a warning if the channel changes too often to hold triggers.</param>
    public static List<RecordingEvent> Find(
        ISampleSource source, int index, Channel channel, List<string> warnings)
    {
        var changes = new List<(long Sample, int Word)>();
        var held = new Dictionary<int, long>();
        var block = new double[(int)Math.Min(Words, channel.Samples)];
        var (last, since) = (-1, 0L);
        for (var first = 0L; first < channel.Samples; first += block.Length)
        {
            var part = block.AsSpan(0, (int)Math.Min(block.Length, channel.Samples - first));
            source.Read(index, first, part);
            for (var i = 0; i < part.Length; i++)
            {
                var word = (int)part[i] & (Words - 1);
                if (word == last)
                    continue;
                if (last >= 0)
                {
                    changes.Add((first + i, word));
                    held[last] = held.GetValueOrDefault(last) + first + i - since;
                }

                (last, since) = (word, first + i);
            }

            if (changes.Count > 1000 + channel.Samples / 10)
            {
                warnings.Add(
                    $"channel {channel.Name} changes too often to hold triggers; no events were taken from it");
                return [];
            }
        }

        held[last] = held.GetValueOrDefault(last) + channel.Samples - since;
        var rest = held.MaxBy(h => h.Value).Key;
        return [.. changes.Where(c => c.Word != 0 && c.Word != rest)
            .Select(c => new RecordingEvent(c.Sample / channel.SamplingRate, 0, $"{c.Word}"))];
    }
}
