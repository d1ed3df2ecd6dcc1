using Isonomia.Reporting.Markup;
using Isonomia.Reporting.Sections;

namespace Isonomia.Reporting.Runs.Circuits;

/// <summary>The populations at a glance.</summary>
internal static class PopulationsTable
{
    public static void Write(MarkupWriter page, ShownPopulation[] all)
    {
        Section.Open(page, "glance", "At a glance");
        page.AddRaw("<table class=\"numbers\"><thead><tr><th scope=\"col\">Population</th><th scope=\"col\">Cells</th>"
            + "<th scope=\"col\">Class</th><th scope=\"col\">Model</th><th scope=\"col\">Spikes</th>"
            + "<th scope=\"col\">Rate<br/><i>Hz</i></th><th scope=\"col\">CV of<br/>intervals</th></tr></thead><tbody>");
        foreach (var population in all)
        {
            var (model, result) = (population.Model, population.Result);
            page.Add($"<tr><th scope=\"row\">{model.Name}</th><td>{model.Size}</td><td>{model.Class ?? NumberText.None}</td>");
            page.Add($"<td>{model.Cell?.Name ?? "spike source"}</td>");
            if (result is null)
            {
                page.AddRaw("<td colspan=\"3\">spikes not recorded</td></tr>\n");
                continue;
            }

            page.Add($"<td>{result.SpikeTimes.Length}</td><td>{NumberText.Significant(result.Rate)}</td>");
            page.Add($"<td>{(result.CvOfIntervals() is { } cv ? NumberText.Fixed(cv, 2) : NumberText.None)}</td></tr>\n");
        }

        page.AddRaw("</tbody></table>");
        Section.Close(page);
    }
}
