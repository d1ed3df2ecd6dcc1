using Isonomia.Measurement.Measuring;
using Isonomia.Reporting.Findings;
using Isonomia.Reporting.Markup;

namespace Isonomia.Reporting.Sections;

/// <summary>What the file holds: channels, time, events, gaps, and what was odd about it.</summary>
internal static class RecordingSection
{
    private const int MostKindsOfEvents = 12;

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
        Item(page, "Not measured", Rejected(measurement));
        Item(page, "SHA-256", measurement.Provenance.InputSha256);
        page.AddRaw("</dl>");
        foreach (var warning in recording.Warnings)
            page.Add($"<p class=\"warning\">{warning}</p>");
        Section.Close(page);
    }

    private static void Item(MarkupWriter page, string name, string what) => page.Add($"<dt>{name}</dt><dd>{what}</dd>");

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
        var kinds = measurement.Recording.Channels
            .GroupBy(c => (c.Type, c.SamplingRate))
            .Select(g => $"{g.Count()} {TitleSection.TypeName(g.Key.Type)} at {NumberText.Significant(g.Key.SamplingRate, 6)} Hz");
        return $"{measurement.Recording.Channels.Count}: {string.Join("; ", kinds)}";
    }

    private static string Events(RecordingMeasurement measurement)
    {
        var events = measurement.Recording.Events;
        if (events.Count == 0)
            return "none";
        var kinds = events.CountBy(e => e.Description).OrderByDescending(k => k.Value).ToArray();
        var shown = kinds.Take(MostKindsOfEvents).Select(k => $"{k.Key} ×{k.Value}");
        var rest = kinds.Length > MostKindsOfEvents ? $"; and {kinds.Length - MostKindsOfEvents} other kinds" : "";
        return $"{events.Count}: {string.Join("; ", shown)}{rest}";
    }

    private static string Rejected(RecordingMeasurement measurement)
    {
        var rejected = measurement.Rejected;
        if (rejected.Count == 0)
            return "nothing was rejected";
        var stored = measurement.Stretches.Sum(s => s.Duration);
        var seconds = rejected.Sum(r => r.Duration);
        var reasons = rejected.GroupBy(r => r.Why).Select(g => $"{g.Key} ×{g.Count()}");
        return $"{NumberText.Duration(seconds)} ({NumberText.Significant(100 * seconds / stored, 2)} %) in "
            + $"{Section.Counted(rejected.Count, "segment")}: {string.Join("; ", reasons)}";
    }
}
