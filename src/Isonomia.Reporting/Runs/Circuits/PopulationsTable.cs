using Isonomia.Measurement.Results;
using Isonomia.Numerics.Statistics;
using Isonomia.Reporting.Findings;
using Isonomia.Reporting.Markup;
using Isonomia.Reporting.Sections;

namespace Isonomia.Reporting.Runs.Circuits;

/// <summary>The populations at a glance.</summary>
internal static class PopulationsTable
{
    private const string Head = "<table class=\"numbers\"><thead><tr><th scope=\"col\">Population</th>"
        + "<th scope=\"col\">Cells</th>"
        + "<th scope=\"col\">Class</th><th scope=\"col\">Model</th><th scope=\"col\">Spikes</th>"
        + "<th scope=\"col\">Rate<br/><i>Hz</i></th><th scope=\"col\">CV of<br/>intervals</th>"
        + "<th scope=\"col\">CV2</th>"
        + "<th scope=\"col\">Correlation<br/>of pairs</th><th scope=\"col\">Synchrony<br/>χ</th></tr></thead><tbody>";

    public static void Write(MarkupWriter page, ShownPopulation[] all)
    {
        Section.Open(page, "glance", "At a glance");
        page.AddRaw(Head);
        var notes = new Reasons();
        foreach (var population in all)
        {
            var model = population.Model;
            page.Add($"<tr><th scope=\"row\">{model.Name}</th><td>{model.Size.ToString("#,0")}</td>");
            page.Add($"<td>{model.Class ?? NumberText.None}</td><td>{model.Cell?.Name ?? "spike source"}</td>");
            if (population.Counted is not { } counted)
                page.AddRaw("<td colspan=\"6\">spikes not recorded</td>");
            else
                page.Add($"<td>{counted.Spikes.ToString("#,0")}</td><td>{NumberText.Significant(counted.Rate)}</td>");
            if (population.Result is not null)
                WriteStatistics(page, population, notes);
            else if (population.Counted is not null)
                page.AddRaw("<td colspan=\"4\">counted, not recorded</td>");
            page.AddRaw("</tr>\n");
        }

        page.AddRaw("</tbody></table>");
        WriteNotes(page, all, notes);
        Section.Close(page);
    }

    private static void WriteStatistics(MarkupWriter page, ShownPopulation population, Reasons notes)
    {
        foreach (var name in (ReadOnlySpan<string>)["cv", "cv2"])
            WriteCell(page, Mean(population.Intervals.Statistics.First(s => s.Name == name).Values), 2, notes);
        WriteCell(page, population.Correlations.Mean, 3, notes);
        WriteCell(page, population.Synchrony.Chi, 3, notes);
    }

    private static Measured Mean(Measured[] values)
    {
        double[] defined = [.. values.Where(v => v.IsDefined).Select(v => v.Value)];
        return defined.Length > 0
            ? Measured.Of(Descriptive.Mean(defined))
            : Measured.Undefined(values.FirstOrDefault().Why ?? "no cells");
    }

    private static void WriteCell(MarkupWriter page, Measured value, int decimals, Reasons notes)
    {
        if (value.IsDefined)
            page.Add($"<td>{NumberText.Fixed(value.Value, decimals)}</td>");
        else
            page.Add($"<td class=\"none\">{NumberText.None}<sup>{Mark(notes.Add(value.Why!))}</sup></td>");
    }

    private static void WriteNotes(MarkupWriter page, ShownPopulation[] all, Reasons notes)
    {
        if (all.FirstOrDefault(p => p.Result is { SpikeTimes.Length: > 0 }) is not { } first)
            return;
        page.Add($"<p class=\"small notes\">CV and CV2 are means over cells. Correlations of spike counts in bins of ");
        page.Add($"{NumberText.Significant(first.Correlations.WindowSeconds * 1e3)} ms, means over pairs of up to ");
        page.Add($"{all.Max(p => p.Result is null ? 0 : p.Correlations.SampledUnits)} cells. χ (Golomb) in bins of ");
        page.Add($"{NumberText.Significant(first.Synchrony.BinSeconds * 1e3)} ms: 1 where all fire as one; ");
        page.AddRaw("cells that ignore each other give one over the root of their number");
        foreach (var population in all.Where(p => p.Result is not null && p.Synchrony.IfIndependent.IsDefined).Take(8))
            page.Add($", {population.Name} {NumberText.Fixed(population.Synchrony.IfIndependent.Value, 3)}");
        page.Add($".{ShownPopulation.Shortened(all)}");
        for (var i = 0; i < notes.Count; i++)
            page.Add($" {NumberText.None}<sup>{Mark(i)}</sup> {notes[i]}.");
        page.AddRaw("</p>");
    }

    private static string Mark(int note) => ((char)('a' + note)).ToString();
}
