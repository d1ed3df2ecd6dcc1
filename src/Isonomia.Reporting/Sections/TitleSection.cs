using Isonomia.Reporting.Findings;
using Isonomia.Reporting.Markup;

namespace Isonomia.Reporting.Sections;

/// <summary>What this is, what it is not, and the measurement in a paragraph.</summary>
internal static class TitleSection
{
    public static void Write(MarkupWriter page, RecordingFindings findings)
    {
        page.AddRaw("<header><p class=\"kicker\">Isonomia · excitation–inhibition biomarkers of a recording</p>");
        page.Add($"<h1>{Path.GetFileName(findings.Measurement.Recording.Path)}</h1>");
        page.AddRaw("<p class=\"notice\">Research tool, not a medical device. Nothing here is a diagnosis or advice on"
            + " treatment.</p><p class=\"lead\">");
        page.AddText(string.Join(' ', Summary.Sentences(findings))).AddRaw("</p></header>\n");
    }
}
