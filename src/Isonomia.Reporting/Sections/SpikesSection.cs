using Isonomia.Measurement.Biomarkers.Criticality.Avalanches;
using Isonomia.Measurement.Biomarkers.Criticality.Branching;
using Isonomia.Reporting.Findings;
using Isonomia.Reporting.Markup;
using Isonomia.Reporting.Tables;

namespace Isonomia.Reporting.Sections;

/// <summary>Statistics of spikes, a population a row.</summary>
internal static class SpikesSection
{
    private const int MostDrawn = 4;

    public static void Write(MarkupWriter page, RecordingFindings findings)
    {
        var populations = findings.Measurement.Populations;
        if (populations.Count == 0)
            return;
        Section.Open(page, "spikes", "Spikes");
        var columns = SpikeSummary.Of(populations);
        var notes = new Reasons();
        page.AddRaw("<table class=\"numbers\"><caption>Means over units; correlation and STTC over pairs</caption>"
            + "<thead><tr><th scope=\"col\">Population</th><th scope=\"col\">units</th><th scope=\"col\">silent</th>"
            + "<th scope=\"col\">spikes</th>");
        foreach (var column in columns)
        {
            page.Add($"<th scope=\"col\">{column.Heading}");
            if (column.Unit.Length > 0)
                page.Add($"<br/><i>{column.Unit}</i>");
            page.AddRaw("</th>");
        }

        page.AddRaw("</tr></thead><tbody>");
        for (var p = 0; p < populations.Count; p++)
        {
            page.Add($"<tr><th scope=\"row\">{populations[p].Name}</th><td>{populations[p].Units}</td>");
            page.Add($"<td>{populations[p].Silent}</td><td>{populations[p].Spikes}</td>");
            foreach (var column in columns)
                TableSection.WriteCell(page, column.Values[p], column.Decimals, notes);
            page.AddRaw("</tr>\n");
        }

        page.AddRaw("</tbody></table>");
        TableSection.WriteNotes(page, notes);
        WriteWarnings(page, findings);
        WriteFigures(page, findings);
        var measured = populations[0];
        page.Add($"<p class=\"small\">Measured from {NumberText.Significant(measured.Start, 4)} to ");
        page.Add($"{NumberText.Significant(measured.Stop, 6)} s. Units that were recorded together are not independent,");
        page.AddRaw(" so means carry no standard error. Every unit is in the tables and the JSON");
        page.AddText(populations.Any(p => p.Listed.Count < p.Units)
            ? ", of large populations as many evenly spaced ones as the setting spikes.listed says."
            : ".");
        page.AddRaw("</p>");
        Section.Close(page);
    }

    // Of many populations a page of figures would hide the rest.
    private static void WriteFigures(MarkupWriter page, RecordingFindings findings)
    {
        foreach (var population in findings.Measurement.Populations.Take(MostDrawn))
        {
            var (avalanches, branching) = (population.Biomarkers.Values.OfType<AvalancheResult>().FirstOrDefault(),
                population.Biomarkers.Values.OfType<BranchingResult>().FirstOrDefault());
            if (avalanches is { Why: null } || branching is { Fit: not null })
                page.Add($"<h3>{population.Name}</h3>");
            if (avalanches is not null)
                AvalancheFigure.Write(page, avalanches);
            if (branching is not null)
                BranchingFigure.Write(page, branching);
        }
    }

    // Said once for all the populations a warning concerns.
    private static void WriteWarnings(MarkupWriter page, RecordingFindings findings)
    {
        var warnings = findings.Measurement.Populations
            .SelectMany(p => p.Biomarkers.SelectMany(b => b.Value.Warnings.Select(w => (b.Key, Text: w, Name: p.Name))))
            .GroupBy(w => (w.Key, w.Text)).ToArray();
        if (warnings.Length == 0)
            return;
        page.AddRaw("<ul class=\"warnings\">");
        foreach (var warning in warnings)
        {
            var title = findings.Definitions.FirstOrDefault(d => d.Name == warning.Key.Key)?.Definition.Title;
            page.Add($"<li><b>{title ?? warning.Key.Key}:</b> {warning.Key.Text} ");
            page.Add($"({string.Join(", ", warning.Select(w => w.Name))}).</li>");
        }

        page.AddRaw("</ul>");
    }
}
