using System.Text;
using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Formats.Edf;

/// <summary>
/// The annotation signal of a file being written: in each record its own time stamp, then the events that began by its
/// end, as far as there is room.
/// </summary>
internal sealed class AnnotationPacking
{
    private readonly byte[][] events;
    private readonly double[] onsets;
    private int next;

    /// <summary>Finds the room that all events need.</summary>
    /// <param name="recordOnsets">When each record begins, in seconds after the whole second the header states.</param>
    /// <param name="recordDuration">Seconds a record.</param>
    /// <param name="events">The events, in seconds after the first record.</param>
    /// <param name="shift">What fraction of a second the first record begins late.</param>
    public AnnotationPacking(
        IReadOnlyList<double> recordOnsets, double recordDuration, IEnumerable<RecordingEvent> events, double shift)
    {
        var ordered = events.OrderBy(e => e.Onset).ToArray();
        this.events = [.. ordered.Select(e => Encode(e, shift))];
        onsets = [.. ordered.Select(e => e.Onset + shift)];
        var stamp = recordOnsets.Max(o => Stamp(o).Length);
        Bytes = stamp + this.events.Select(e => e.Length).DefaultIfEmpty(0).Max();
        Bytes += Bytes % 2;
        var room = new byte[Bytes];
        while (true)
        {
            next = 0;
            for (var i = 0; i < recordOnsets.Count; i++)
                Fill(recordOnsets[i], i == recordOnsets.Count - 1 ? double.PositiveInfinity : recordDuration, room);
            if (next == onsets.Length)
                break;
            Bytes *= 2;
            room = new byte[Bytes];
        }

        next = 0;
    }

    /// <summary>Bytes of the annotation signal in each record; even.</summary>
    public int Bytes { get; private set; }

    /// <summary>Fills the next record's annotation signal.</summary>
    public void Fill(double onset, double duration, Span<byte> room)
    {
        room.Clear();
        var stamp = Stamp(onset);
        stamp.CopyTo(room);
        for (room = room[stamp.Length..]; next < events.Length && onsets[next] < onset + duration; next++)
        {
            if (events[next].Length > room.Length)
                return;
            events[next].CopyTo(room);
            room = room[events[next].Length..];
        }
    }

    private static byte[] Stamp(double onset) => Encoding.ASCII.GetBytes($"{Signed(onset)}\x14\x14\0");

    private static byte[] Encode(RecordingEvent one, double shift)
    {
        var text = string.Concat(one.Description.Select(c => c is '\0' or '\x14' or '\x15' ? ' ' : c));
        var duration = one.Duration > 0 ? $"\x15{one.Duration:0.#########}" : "";
        // An empty text would read as a time stamp.
        return Encoding.UTF8.GetBytes(
            $"{Signed(one.Onset + shift)}{duration}\x14{(text.Length == 0 ? " " : text)}\x14\0");
    }

    private static string Signed(double seconds)
    {
        var text = $"{seconds:0.#########}";
        return text[0] == '-' ? text : "+" + text;
    }
}
