using Isonomia.Modeling.Units;
using Isonomia.Reporting.Markup;
using Isonomia.Reporting.Sections;

namespace Isonomia.Reporting.Runs.Circuits;

/// <summary>
/// How it was run, and how to run it again. No times of day and no speeds: the same run gives the same page.
/// </summary>
internal static class RunSection
{
    public static void Write(MarkupWriter page, CircuitReportContent content)
    {
        var (run, provenance) = (content.Run, content.Provenance);
        Section.Open(page, "provenance", "How it was run");
        page.AddRaw("<dl>");
        page.Add($"<dt>Version</dt><dd>isonomia {RunProvenance.Version}</dd>");
        page.Add($"<dt>Command</dt><dd><code>{provenance.Command}</code></dd>");
        page.Add($"<dt>Seed</dt><dd>{run.Seed.ToString()}</dd>");
        page.Add($"<dt>Time step</dt><dd>{NumberText.Significant(run.Dt * 1e3)} ms</dd>");
        page.Add($"<dt>Duration</dt><dd>{NumberText.Significant(run.Duration, 6)} s</dd>");
        if (run.Synapses > 0)
        {
            page.Add($"<dt>Synapses</dt><dd>{run.Synapses.ToString("#,0")}");
            if (run.SynapseBytes > 0)
            {
                page.Add($" in {NumberText.Significant(run.SynapseBytes / 1e6)} MB, ");
                page.Add($"{NumberText.Significant(run.SynapseBytes / (double)run.Synapses)} bytes each");
            }

            page.AddRaw("</dd>");
        }

        foreach (var input in provenance.Inputs)
            page.Add($"<dt>Made of</dt><dd>{input.Name}<br/><code>SHA-256 {input.Sha256}</code></dd>");
        page.AddRaw("<dt>Again</dt><dd><code>isonomia rerun DIR</code>, with the folder of this page, repeats the run"
            + " from its run.json alone and compares spikes and probes byte for byte.</dd></dl>");
        WriteResolutions(page, content);
        WriteChoices(page, content);
        Section.Close(page);
    }

    private static void WriteResolutions(MarkupWriter page, CircuitReportContent content)
    {
        if (content.Run.Resolutions.IsEmpty)
            return;
        page.AddRaw("<table class=\"words\"><caption>How finely weights are kept</caption><thead>"
            + "<tr><th>Population</th><th>Receptor</th><th>Step</th><th>Kept as</th></tr></thead><tbody>");
        foreach (var resolution in content.Run.Resolutions)
        {
            page.Add($"<tr><th scope=\"row\">{resolution.Population}</th><td>{resolution.Port}</td>");
            var step = SynapticText.Rounded(new Quantity(resolution.Step, resolution.Dimension));
            page.Add($"<td>{step}</td><td>{resolution.Format}</td></tr>");
        }

        page.AddRaw("</tbody></table>");
    }

    // Populations stepped in the same way are named together.
    private static void WriteChoices(MarkupWriter page, CircuitReportContent content)
    {
        if (content.Run.Choices.IsEmpty)
            return;
        page.AddRaw("<h3>Integration</h3><ul>");
        foreach (var group in content.Run.Choices.GroupBy(c => (c.States, c.Reason)))
        {
            var names = Section.Listed([.. group.Select(c => c.Population).Distinct()]);
            page.Add($"<li>{names}: <code>{group.Key.States}</code> {group.Key.Reason}</li>");
        }

        page.AddRaw("</ul>");
    }
}
