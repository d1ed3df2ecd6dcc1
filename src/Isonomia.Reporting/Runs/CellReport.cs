using Isonomia.Numerics.Files;
using Isonomia.Reporting.Markup;
using Isonomia.Reporting.Sections;

namespace Isonomia.Reporting.Runs;

/// <summary>
/// A simulated cell or field as one self-contained HTML page: traces, spikes, f-I curve, phase plane, equations, provenance. The
/// same run always gives the same page.
/// </summary>
public static class CellReport
{
    /// <summary>Writes the page; a reader sees the whole of it or none.</summary>
    /// <param name="path">Where to.</param>
    /// <param name="content">What it shows.</param>
    /// <exception cref="IOException">The place cannot be written to.</exception>
    public static void Write(string path, CellReportContent content)
    {
        var page = Compose(content);
        AtomicFile.Write(path, page.CopyTo);
    }

    /// <summary>The page as it would be written.</summary>
    /// <param name="content">What it shows.</param>
    public static MarkupWriter Compose(CellReportContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        var page = new MarkupWriter();
        page.AddRaw("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"/>");
        page.AddRaw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>");
        page.Add($"<title>{content.Run.Model} · Isonomia</title><style>");
        page.AddRaw(PageAssets.Style).AddRaw("</style></head>\n<body><main>");
        page.AddRaw("<header><p class=\"kicker\">Isonomia · a simulated ").AddRaw(content.IsField ? "field" : "cell")
            .AddRaw("</p>");
        page.Add($"<h1>{content.Run.Model}</h1>");
        if (content.Model.Description is { } description)
            page.Add($"<p class=\"lead\">{description}</p>");
        page.AddRaw("</header>\n");
        if (!content.Warnings.IsEmpty)
        {
            page.AddRaw("<ul class=\"warnings\">");
            foreach (var warning in content.Warnings)
                page.Add($"<li>{warning}</li>");
            page.AddRaw("</ul>");
        }

        ProbeFigure.Write(page, content.Run, content.IsField ? "region" : "cell");
        if (!content.IsField)
            RasterFigure.Write(page, content.Run);
        if (content.Bold is { } bold)
            BoldSection.Write(page, bold);
        if (content.Curve is { } curve)
            FrequencyCurveFigure.Write(page, curve);
        if (content.Plane is { } plane)
            PhasePlaneFigure.Write(page, plane);
        ModelSection.Write(page, content);
        WriteProvenance(page, content);
        return page.AddRaw("</main></body></html>\n");
    }

    // No times of day and no speeds here: the same run gives the same page. Those are in run.json.
    private static void WriteProvenance(MarkupWriter page, CellReportContent content)
    {
        var run = content.Run;
        Section.Open(page, "provenance", "Provenance");
        page.AddRaw("<dl>");
        page.Add($"<dt>Version</dt><dd>isonomia {RunProvenance.Version}</dd>");
        page.Add($"<dt>Command</dt><dd><code>{content.Provenance.Command}</code></dd>");
        page.Add($"<dt>Seed</dt><dd>{run.Seed.ToString()}</dd>");
        page.Add($"<dt>Time step</dt><dd>{NumberText.Significant(run.Dt * 1e3)} ms</dd>");
        page.Add($"<dt>Duration</dt><dd>{NumberText.Significant(run.Duration, 6)} s</dd>");
        page.AddRaw("</dl>");
        Section.Close(page);
    }
}
