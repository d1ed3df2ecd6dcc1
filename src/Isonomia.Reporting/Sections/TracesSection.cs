using Isonomia.Reporting.Figures;
using Isonomia.Reporting.Findings;
using Isonomia.Reporting.Markup;

namespace Isonomia.Reporting.Sections;

/// <summary>All channels over all of stored time, with events, gaps and what was dropped.</summary>
internal static class TracesSection
{
    private const int MostRows = 80;

    public static void Write(MarkupWriter page, RecordingFindings findings)
    {
        if (findings.Channels.Count == 0)
            return;
        Section.Open(page, "traces", "Traces");
        var time = new StoredTime(findings.Measurement);
        var events = new EventLane(findings.Measurement.Recording.Events, time);
        var pitches = RowScale.PerType(findings.Channels);
        for (var first = 0; first < findings.Channels.Count; first += MostRows)
        {
            page.AddRaw("<figure>");
            TraceFigure.Draw(page, findings, [.. findings.Channels.Skip(first).Take(MostRows)], time, events, pitches);
            if (first + MostRows >= findings.Channels.Count)
            {
                events.WriteLegend(page, findings.Measurement.Rejected.Count > 0);
                Section.Caption(page, "Signals after preprocessing.", Words(findings, time, pitches));
            }

            page.AddRaw("</figure>");
        }

        Section.Close(page);
    }

    private static string Words(RecordingFindings findings, StoredTime time, IReadOnlyList<RowScale> pitches)
    {
        var text = "Least and greatest sample of each short bin. Rows are "
            + Section.Listed([.. pitches.Select(p => $"{p.PitchText} apart ({Section.TypeName(p.Type)})")]) + ".";
        if (findings.Bad.Count > 0)
            text += " Grey: bad channels, with the reason.";
        if (findings.Measurement.Rejected.Count > 0)
            text += " Shaded: dropped before measuring.";
        if (time.Breaks.Count > 0)
        {
            text += $" Dashed: {Section.Counted(time.Breaks.Count, "gap")} in the recording; time on the axis is"
                + " stored time.";
        }

        return text;
    }
}
