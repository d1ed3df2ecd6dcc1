using Isonomia.Measurement.Biomarkers.Clamp;
using Isonomia.Measurement.Biomarkers.Criticality.Avalanches;
using Isonomia.Measurement.Biomarkers.Criticality.Branching;
using Isonomia.Measurement.Biomarkers.Synchrony;
using Isonomia.Measurement.Results;
using Isonomia.Reporting.Findings;
using Isonomia.Reporting.Markup;
using Isonomia.Reporting.Tables;

namespace Isonomia.Reporting.Sections;

/// <summary>Biomarkers of all channels at once: a table each, a number a row.</summary>
internal static class WholeSection
{
    /// <summary>More rows than this (a number for every pair of channels) are left to the tables and the JSON.</summary>
    private const int MostRows = 60;

    public static void Write(MarkupWriter page, RecordingFindings findings)
    {
        var whole = findings.Measurement.Whole;
        if (whole.Biomarkers.Count == 0)
            return;
        Section.Open(page, "whole", "Across channels");
        page.Add($"<p>Measured from {Section.Counted(whole.Channels.Count, Section.TypeName(whole.Channels[0].Type) + " channel")}");
        page.AddRaw(" at once: the good ones of the type most have.</p>");
        foreach (var (name, result) in whole.Biomarkers)
        {
            var definition = findings.Definitions.FirstOrDefault(d => d.Name == name)?.Definition;
            page.Add($"<h3>{definition?.Title ?? name}</h3>");
            WriteTable(page, [.. MeasuredRow.Of(result)], definition?.Quantities ?? new Dictionary<string, string>());
            if (result is SynchronyResult synchrony)
                SynchronyFigure.Write(page, synchrony);
            if (result is ConductanceResult conductances)
                ConductanceFigure.Write(page, conductances);
            if (result is AvalancheResult avalanches)
                AvalancheFigure.Write(page, avalanches);
            if (result is BranchingResult branching)
                BranchingFigure.Write(page, branching);
            if (result.Warnings.Count == 0)
                continue;
            page.AddRaw("<ul class=\"warnings\">");
            foreach (var warning in result.Warnings)
                page.Add($"<li>{warning}.</li>");
            page.AddRaw("</ul>");
        }

        Section.Close(page);
    }

    private static void WriteTable(MarkupWriter page, MeasuredRow[] rows, IReadOnlyDictionary<string, string> meanings)
    {
        var notes = new Reasons();
        page.AddRaw("<table class=\"numbers whole\"><thead><tr><th scope=\"col\">Number</th><th scope=\"col\">value</th>"
            + "<th scope=\"col\">95 % interval</th><th scope=\"col\">unit</th><th scope=\"col\">meaning</th></tr></thead>"
            + "<tbody>");
        foreach (var row in rows.Take(MostRows))
        {
            var place = row.Part.Length > 0 ? $"{row.Part.Replace("/", ", ")}, {row.Quantity}" : row.Quantity;
            page.Add($"<tr><th scope=\"row\">{place}</th>");
            TableSection.WriteCell(page, row.Value, Decimals(row.Value), notes);
            page.Add($"<td>{Interval(row.Value)}</td><td>{Units.InWords(row.Unit)}</td>");
            page.Add($"<td class=\"words\">{meanings.GetValueOrDefault(row.Quantity, "")}</td></tr>\n");
        }

        page.AddRaw("</tbody></table>");
        TableSection.WriteNotes(page, notes);
        if (rows.Length > MostRows)
            page.Add($"<p class=\"small\">{rows.Length - MostRows} more numbers are in the tables and the JSON.</p>");
    }

    private static string Interval(Measured value) => value.Confidence95 is var (low, high)
        ? $"{NumberText.Fixed(low, Decimals(value))} to {NumberText.Fixed(high, Decimals(value))}"
        : "";

    private static int Decimals(Measured value) =>
        value.IsDefined && value.Value % 1 != 0 ? NumberText.DecimalsFor(Math.Abs(value.Value)) : 0;
}
