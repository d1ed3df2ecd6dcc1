using System.Text.RegularExpressions;
using Isonomia.Reporting.Findings;
using Isonomia.Reporting.Markup;
using Isonomia.Reporting.Tables;

namespace Isonomia.Reporting.Sections;

/// <summary>
/// What each number is, which way excitation moves it and how sure that is, its source, and a caution.
/// </summary>
internal static partial class BiomarkerSection
{
    public static void Write(MarkupWriter page, RecordingFindings findings)
    {
        if (findings.Definitions.Count == 0)
            return;
        Section.Open(page, "biomarkers", "What the biomarkers are");
        page.AddRaw("<p>Evidence is for the stated direction: <i>strong</i>, replicated in humans or a model's defining"
            + " result; <i>moderate</i>, several studies, not all in agreement or not in humans; <i>weak</i>, a single"
            + " or indirect study; <i>speculative</i>, an argument.</p>");
        foreach (var biomarker in findings.Definitions)
        {
            var definition = biomarker.Definition;
            page.Add($"<article><h3>{definition.Title} <code>{biomarker.Name}</code></h3>");
            page.Add($"<p class=\"formula\">{definition.Formula}</p><p>With more excitation it <b>");
            page.Add($"{definition.MoreExcitation.InWords()}</b> (evidence: {definition.Evidence.InWords()}). ");
            page.Add($"{definition.Caution}</p><p class=\"source\">");
            WriteSource(page, definition.Source);
            page.AddRaw("</p></article>");
        }

        Section.Close(page);
    }

    // A DOI becomes a link; following one needs a network, reading the report does not.
    private static void WriteSource(MarkupWriter page, string source)
    {
        var rest = 0;
        foreach (var match in Doi().EnumerateMatches(source))
        {
            var doi = source.AsSpan(match.Index, match.Length).TrimEnd(".,;)").ToString();
            page.AddText(source[rest..match.Index]);
            page.Add($"<a href=\"https://doi.org/{doi[4..]}\">{doi}</a>");
            rest = match.Index + doi.Length;
        }

        page.AddText(source[rest..]);
    }

    [GeneratedRegex(@"doi:10\.\d+/[^\s,;]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Doi();
}
