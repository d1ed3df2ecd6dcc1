using Isonomia.Measurement.Results;
using Isonomia.Reporting.Findings;
using Isonomia.Reporting.Markup;

namespace Isonomia.Reporting.Sections;

/// <summary>
/// The numbers by channel, a table for each family of markers, with a note for whatever is undefined.
/// </summary>
internal static class TableSection
{
    /// <summary>With more channels than this, a printed table begins on a new page.</summary>
    private const int LongTable = 24;

    public static void Write(MarkupWriter page, RecordingFindings findings)
    {
        if (findings.Channels.Count == 0)
            return;
        Section.Open(page, "channels", "Numbers by channel");
        foreach (var family in findings.Markers.GroupBy(m => m.Kind.Family))
            WriteTable(page, findings, family.Key, [.. family]);
        if (findings.Markers.Count == 0)
            page.AddRaw("<p>No biomarker was measured.</p>");
        Section.Close(page);
    }

    private static void WriteTable(
        MarkupWriter page, RecordingFindings findings, MarkerFamily family, Marker[] markers)
    {
        var notes = new Reasons();
        var look = findings.Channels.Count > LongTable ? "numbers long" : "numbers";
        page.Add($"<table class=\"{look}\"><caption>{Caption(family)}</caption>");
        WriteHead(page, markers);
        page.AddRaw("<tbody>");
        for (var c = 0; c < findings.Channels.Count; c++)
        {
            var channel = findings.Channels[c];
            if (channel.WhyBad is not null)
            {
                page.Add($"<tr class=\"bad\"><th scope=\"row\">{channel.Channel.Name}</th>");
                page.Add($"<td></td><td colspan=\"{markers.Length}\">not measured: {channel.WhyBad}</td></tr>");
                continue;
            }

            page.Add($"<tr><th scope=\"row\">{channel.Channel.Name}</th>");
            page.Add($"<td>{NumberText.Fixed(channel.UsableSeconds, 0)}</td>");
            for (var m = 0; m < markers.Length; m++)
                WriteCell(page, markers[m].Values[c], markers[m].Decimals, notes);
            page.AddRaw("</tr>\n");
        }

        page.AddRaw("</tbody><tbody class=\"sums\">");
        WriteSum(page, "median", markers, m => m.Spread.Median);
        WriteSum(page, "least", markers, m => m.Spread.Low);
        WriteSum(page, "greatest", markers, m => m.Spread.High);
        if (markers.Any(m => m.Errors.Count > 0))
            WriteSum(page, "typical s.e.", markers, m => m.Errors.Median);
        page.AddRaw("</tbody></table>");
        WriteNotes(page, notes);
    }

    private static void WriteHead(MarkupWriter page, Marker[] markers)
    {
        page.AddRaw("<thead><tr><th rowspan=\"2\" scope=\"col\">Channel</th>"
            + "<th rowspan=\"2\" scope=\"col\">usable<br/><i>s</i></th>");
        for (var m = 0; m < markers.Length;)
        {
            var first = m;
            while (m < markers.Length && markers[m].Kind.Group == markers[first].Kind.Group)
                m++;
            page.Add($"<th colspan=\"{m - first}\" scope=\"colgroup\">{markers[first].Kind.Group}</th>");
        }

        page.AddRaw("</tr><tr>");
        foreach (var marker in markers)
        {
            page.Add($"<th scope=\"col\">{marker.Label}");
            if (marker.UnitText.Length > 0)
                page.Add($"<br/><i>{marker.UnitText}</i>");
            page.AddRaw("</th>");
        }

        page.AddRaw("</tr></thead>");
    }

    internal static void WriteCell(MarkupWriter page, Measured value, int decimals, Reasons notes)
    {
        if (value.IsDefined)
        {
            var interval = value.Confidence95 is var (low, high)
                ? $"95 % confidence interval {NumberText.Fixed(low, decimals)} to {NumberText.Fixed(high, decimals)}"
                : null;
            if (interval is null)
                page.Add($"<td>{NumberText.Fixed(value.Value, decimals)}</td>");
            else
                page.Add($"<td title=\"{interval}\">{NumberText.Fixed(value.Value, decimals)}</td>");
            return;
        }

        page.Add($"<td class=\"none\">{NumberText.None}<sup>{Mark(notes.Add(value.Why!))}</sup></td>");
    }

    private static void WriteSum(MarkupWriter page, string name, Marker[] markers, Func<Marker, double> pick)
    {
        page.Add($"<tr><th scope=\"row\">{name}</th><td></td>");
        foreach (var marker in markers)
        {
            var value = pick(marker);
            page.Add($"<td>{(double.IsNaN(value) ? "" : NumberText.Fixed(value, marker.Decimals))}</td>");
        }

        page.AddRaw("</tr>");
    }

    internal static void WriteNotes(MarkupWriter page, Reasons notes)
    {
        if (notes.Count == 0)
            return;
        page.Add($"<p class=\"small notes\">{NumberText.None} undefined:");
        for (var i = 0; i < notes.Count; i++)
            page.Add($" <sup>{Mark(i)}</sup> {notes[i]}{(i < notes.Count - 1 ? ";" : ".")}");
        page.AddRaw("</p>");
    }

    // a to z, then aa, ab, ...
    private static string Mark(int note) =>
        note < 26 ? $"{(char)('a' + note)}" : $"{Mark(note / 26 - 1)}{(char)('a' + note % 26)}";

    private static string Caption(MarkerFamily family) => family switch
    {
        MarkerFamily.Spectrum => "From the power spectrum",
        MarkerFamily.Dynamics => "From the dynamics of amplitude",
        MarkerFamily.Complexity => "Complexity",
        _ => "Other biomarkers",
    };
}
