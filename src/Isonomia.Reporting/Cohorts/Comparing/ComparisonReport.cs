using Isonomia.Measurement.Cohorts;
using Isonomia.Measurement.Cohorts.Contrasts;
using Isonomia.Measurement.Measuring;
using Isonomia.Numerics.Files;
using Isonomia.Reporting.Markup;
using Isonomia.Reporting.Sections;
using Isonomia.Reporting.Tables;

namespace Isonomia.Reporting.Cohorts.Comparing;

/// <summary>
/// A comparison of groups, or of occasions, as one self-contained HTML page: what was compared, effect sizes, every
/// participant, channels, method. The same comparison always gives the same page.
/// </summary>
public static class ComparisonReport
{
    /// <summary>Writes the page; a reader sees the whole of it or none.</summary>
    /// <param name="path">Where to.</param>
    /// <param name="content">What it shows.</param>
    /// <exception cref="IOException">The place cannot be written to.</exception>
    public static void Write(string path, ComparisonContent content)
    {
        var page = Compose(content);
        AtomicFile.Write(path, page.CopyTo);
    }

    /// <summary>The page as it would be written.</summary>
    /// <param name="content">What it shows.</param>
    public static MarkupWriter Compose(ComparisonContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        var design = content.Comparison.Design;
        var page = new MarkupWriter();
        page.AddRaw("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"/>");
        page.AddRaw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>");
        page.Add($"<title>{content.Dataset}: {design.Title} · Isonomia</title><style>");
        page.AddRaw(PageAssets.Style).AddRaw("</style></head>\n<body><main>");
        page.Add($"<header><p class=\"kicker\">Isonomia · a comparison in {content.Dataset}</p><h1>{design.Title}</h1>");
        page.AddRaw("<p class=\"notice\">Research tool, not a medical device. Groups are compared here; nothing is said of any"
            + " one person.</p>");
        page.Add($"<p class=\"lead\">{ComparisonWords.Who(content)} {ComparisonWords.Findings(content)}</p></header>\n");
        Section.Open(page, "effects", "Effect sizes");
        ForestFigure.Write(page, content);
        WriteTable(page, content);
        WriteFindings(page, content);
        Section.Close(page);
        Section.Open(page, "participants", "Every participant");
        DistributionFigure.Write(page, content);
        Section.Close(page);
        EffectMaps.Write(page, content);
        WriteMethod(page, content);
        return page.AddRaw("</main></body></html>\n");
    }

    private static void WriteTable(MarkupWriter page, ComparisonContent content)
    {
        var contrast = content.Comparison.Design.Contrast;
        page.AddRaw("<table class=\"glance compared\"><thead><tr><th>Marker</th>");
        foreach (var level in contrast is AlongNumber ? [] : contrast.Levels)
            page.Add($"<th class=\"n\">{level}<br/><i>mean ± SD (n)</i></th>");
        page.Add($"<th class=\"n\">{contrast.EffectName}</th><th class=\"n\">p</th><th class=\"n\">q</th>");
        page.AddRaw("<th>With more excitation it</th><th>The effect is</th></tr></thead><tbody>");
        foreach (var found in content.Compared)
            WriteRow(page, content, found);
        page.AddRaw("</tbody></table><p class=\"small\">q: the false discovery rate over all markers at which this one would be"
            + " called a finding. A marker's direction with more excitation holds within its evidence; see the definitions in"
            + " the report of any recording.</p>");
    }

    private static void WriteRow(MarkupWriter page, ComparisonContent content, QuantityComparison found)
    {
        var quantity = found.Values.Quantity;
        page.Add($"<tr><th scope=\"row\">{content.TitleOf(quantity)}</th>");
        foreach (var group in content.Comparison.Design.Contrast is AlongNumber ? [] : found.Groups)
        {
            page.Add($"<td class=\"n\">{NumberText.Significant(group.Mean)} ± {NumberText.Significant(group.Deviation, 2)}");
            page.Add($" {content.MarkerOf(quantity).UnitText} ({group.Count.ToString()})</td>");
        }

        var definition = ComparisonContent.DefinitionOf(quantity);
        page.Add($"<td class=\"n\">{ComparisonWords.Number(found.Effect.Estimate)}</td><td class=\"n\">{ComparisonWords.P(found.P)}");
        page.Add($"</td><td class=\"n\">{ComparisonWords.P(found.Q)}</td><td>{definition?.MoreExcitation.InWords() ?? NumberText.None}");
        page.Add($" ({definition?.Evidence.InWords() ?? NumberText.None})</td><td>{ComparisonWords.Points(content, found)}</td></tr>");
    }

    private static void WriteFindings(MarkupWriter page, ComparisonContent content)
    {
        page.AddRaw("<ul>");
        foreach (var found in content.Compared.OrderBy(q => q.P).Take(10))
        {
            page.Add($"<li>{ComparisonWords.Of(content, found)}");
            foreach (var pair in found.Pairs)
            {
                page.Add($"<br/>{pair.Direction}: Hedges g {ComparisonWords.Number(pair.Effect.Estimate)} ");
                page.Add($"(95 % {ComparisonWords.Number(pair.Effect.Lower)} to {ComparisonWords.Number(pair.Effect.Upper)}), ");
                page.Add($"p {ComparisonWords.P(pair.Adjusted)} adjusted for the number of pairs");
            }

            page.AddRaw("</li>");
        }

        page.Add($"</ul><p class=\"small\">{ComparisonWords.Left(content)}</p>");
    }

    private static void WriteMethod(MarkupWriter page, ComparisonContent content)
    {
        var contrast = content.Comparison.Design.Contrast;
        Section.Open(page, "method", "Method");
        page.AddRaw("<p>A participant counts once: several recordings are averaged, then good channels. ");
        page.AddRaw(contrast switch
        {
            TwoGroups => "Effect size: Hedges' g with the large-sample interval of Hedges and Olkin (1985), which is too narrow"
                + " in groups of fewer than about ten. Test: Welch's t when group labels are dealt out anew.",
            SeveralGroups => "Effect size: omega squared (no interval). Test: F when group labels are dealt out anew; pairs by"
                + " Hedges' g, adjusted by Holm's method.",
            AlongNumber => "Effect size: Pearson's r with Fisher's interval. Test: when the numbers are dealt out anew."
                + " A correlation across people is no course within one.",
            _ => "Effect size: the mean change in standard deviations of the change, made unbiased, with its large-sample"
                + " interval. Test: t when the sign of each participant's change is left to chance.",
        });
        page.Add($" {ContrastTest.Rearrangements.ToString()} rearrangements, the same at all channels; p is (b + 1)/(m + 1). ");
        page.AddRaw("Over markers: false discovery rate (Benjamini and Hochberg 1995). Over channels: clusters of neighbours"
            + " (Maris and Oostenveld 2007) where at least eight channels, all of them, have standard names, which says that"
            + " there is an effect but not exactly where; the false discovery rate otherwise.</p><p>Nothing was adjusted for:"
            + " age, sex, drugs, sleep, muscle and length of recording move these markers too. If the groups differ in them,"
            + " so may the markers.</p><dl>");
        page.Add($"<dt>Version</dt><dd>isonomia {RecordingMeasurer.Version}</dd>");
        page.Add($"<dt>Command</dt><dd><code>{content.Command}</code></dd></dl>");
        Section.Close(page);
    }
}
