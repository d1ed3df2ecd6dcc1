using Isonomia.Measurement.Measuring;
using Isonomia.Reporting.Findings;
using Isonomia.Reporting.Markup;

namespace Isonomia.Reporting.Sections;

/// <summary>What the file holds: channels, time, events, gaps, and what was odd about it.</summary>
internal static class RecordingSection
{
    private const int MostKinds = 12;

    public static void Write(MarkupWriter page, RecordingFindings findings)
    {
        var measurement = findings.Measurement;
        var recording = measurement.Recording;
        Section.Open(page, "recording", "Recording");
        page.AddRaw("<dl>");
        Item(page, "File", recording.Path);
        Item(page, "Format", recording.Format);
        Item(page, "Started", recording.Start?.ToString("yyyy-MM-dd HH:mm:ss") ?? "not stated");
        Item(page, "Duration", Duration(measurement));
        Item(page, "Channels", Channels(measurement));
        Item(page, "Events", Events(measurement));
        Item(page, "Bad channels", Bad(findings));
        Item(page, "Rejected", Rejected(findings));
        page.AddRaw("</dl>");
        foreach (var warning in recording.Warnings)
            page.Add($"<p class=\"warning\">{warning}</p>");
        Section.Close(page);
    }

    private static void Item(MarkupWriter page, string name, string what) =>
        page.Add($"<dt>{name}</dt><dd>{what}</dd>");

    private static string Duration(RecordingMeasurement measurement)
    {
        var text = NumberText.Duration(measurement.DurationSeconds);
        var gaps = measurement.Stretches.Count - 1;
        if (gaps < 1)
            return $"{text}, without interruption";
        var stored = measurement.Stretches.Sum(s => s.Duration);
        return $"{text}, {NumberText.Duration(stored)} of it stored in {gaps + 1} stretches (gaps are kept as gaps)";
    }

    private static string Channels(RecordingMeasurement measurement)
    {
        var channels = measurement.Recording.Channels;
        if (channels.Count == 0)
            return "none";
        var kinds = channels.GroupBy(
            c => $"{Section.TypeName(c.Type)} at {NumberText.Significant(c.SamplingRate, 6)} Hz");
        return string.Join("; ", kinds.Select(k => $"{k.Count()} {k.Key}"));
    }

    private static string Events(RecordingMeasurement measurement)
    {
        var events = measurement.Recording.Events;
        return events.Count == 0 ? "none" : $"{events.Count}: {Counts(events.Select(e => e.Description))}";
    }

    // What there is and how often, the most frequent first.
    private static string Counts(IEnumerable<string> names)
    {
        var kinds = names.GroupBy(n => n).OrderByDescending(g => g.Count()).ToArray();
        var shown = string.Join("; ", kinds.Take(MostKinds).Select(k => $"{k.Key} ×{k.Count()}"));
        return kinds.Length > MostKinds ? $"{shown}; and {kinds.Length - MostKinds} other kinds" : shown;
    }

    private static string Bad(RecordingFindings findings) => findings.Bad.Count == 0
        ? "none"
        : string.Join("; ", findings.Bad.Select(c => $"{c.Channel.Name}: {c.WhyBad}"));

    // Of good channels; bad ones are not measured at all.
    private static string Rejected(RecordingFindings findings)
    {
        var bad = findings.Bad.Select(c => c.Channel.Name).ToHashSet(StringComparer.Ordinal);
        var rejected = findings.Measurement.Rejected
            .Where(r => r.Channels.Count == 0 || r.Channels.Any(c => !bad.Contains(c))).ToArray();
        if (rejected.Length == 0)
            return "nothing";
        var usable = Spread.Of(findings.Good.Select(c => c.UsableSeconds));
        var stored = findings.Measurement.Stretches.Sum(s => s.Duration);
        return $"{Section.Counted(rejected.Length, "segment")} ({Counts(rejected.Select(r => r.Why))}), each on the"
            + $" channels it concerns; {NumberText.Significant(100 * (1 - usable.Low / stored), 2)} % of the one that"
            + " lost most";
    }
}
