using System.Globalization;
using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Formats.Edf;

/// <summary>
/// Reads time-stamped annotation lists (TALs) of EDF+: <c>+onset [0x15 duration] 0x14 text 0x14 text 0x14 0x00</c>, one
/// after another, zeros after the last.
/// </summary>
internal static class TimestampedAnnotations
{
    private const byte AfterText = 0x14;
    private const byte BeforeDuration = 0x15;

    /// <summary>Whether the bytes begin with an annotation list, or are empty as a whole.</summary>
    public static bool IsPlausible(ReadOnlySpan<byte> bytes) =>
        bytes[0] is (byte)'+' or (byte)'-' || bytes.IndexOfAnyExcept((byte)0) < 0;

    /// <summary>
    /// The onset of the record, from the first list of the first annotation signal; null if it has none.
    /// </summary>
    public static double? RecordOnset(ReadOnlySpan<byte> bytes)
    {
        // Its first text is empty; a list with a text there is an ordinary annotation of a file without time stamps.
        var end = bytes.IndexOf([AfterText, AfterText]);
        return end > 0 && end == bytes.IndexOf(AfterText) && TryStamp(bytes[..end], out var onset, out _) ? onset : null;
    }

    /// <summary>Appends the annotations of one signal in one record.</summary>
    /// <returns>How many lists could not be read.</returns>
    public static int Read(ReadOnlySpan<byte> bytes, List<RecordingEvent> annotations)
    {
        var unreadable = 0;
        foreach (var range in bytes.Split((byte)0))
        {
            var list = bytes[range];
            if (list.IsEmpty)
                continue;
            var end = list.IndexOf(AfterText);
            if (end < 0 || !TryStamp(list[..end], out var onset, out var duration))
            {
                unreadable++;
                continue;
            }

            var texts = list[(end + 1)..];
            foreach (var text in texts.Split(AfterText))
            {
                if (!texts[text].IsEmpty)
                    annotations.Add(new RecordingEvent(onset, duration, FileText.Decode(texts[text])));
            }
        }

        return unreadable;
    }

    private static bool TryStamp(ReadOnlySpan<byte> stamp, out double onset, out double duration)
    {
        duration = 0;
        var split = stamp.IndexOf(BeforeDuration);
        var first = split < 0 ? stamp : stamp[..split];
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        onset = 0;
        return first.Length > 1 && first[0] is (byte)'+' or (byte)'-'
            && double.TryParse(first, Style, null, out onset) && double.IsFinite(onset)
            && (split < 0 || split == stamp.Length - 1
                || double.TryParse(stamp[(split + 1)..], NumberStyles.AllowDecimalPoint, null, out duration)
                && double.IsFinite(duration));
    }
}
