using Isonomia.Numerics.Files;
using Isonomia.Reporting.Markup;
using Isonomia.Reporting.Runs;
using Isonomia.Reporting.Sections;

namespace Isonomia.Reporting.Sweeps;

/// <summary>
/// A sweep as one self-contained HTML page: each measure over one axis as a line with its spread, over two as a map;
/// and what failed. The same sweep always gives the same page.
/// </summary>
public static class SweepReport
{
    private const int MostFailures = 20;

    /// <summary>Writes the page; a reader sees the whole of it or none.</summary>
    /// <param name="path">Where to.</param>
    /// <param name="content">What it shows.</param>
    /// <exception cref="IOException">The place cannot be written to.</exception>
    public static void Write(string path, SweepContent content)
    {
        var page = Compose(content);
        AtomicFile.Write(path, page.CopyTo);
    }

    /// <summary>The page as it would be written.</summary>
    /// <param name="content">What it shows.</param>
    public static MarkupWriter Compose(SweepContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        var page = new MarkupWriter();
        page.AddRaw("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"/>");
        page.AddRaw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>");
        page.Add($"<title>{content.Model}, swept · Isonomia</title><style>");
        page.AddRaw(PageAssets.Style).AddRaw("</style></head>\n<body><main>");
        page.AddRaw("<header><p class=\"kicker\">Isonomia · a sweep</p>");
        page.Add($"<h1>{content.Model}</h1>");
        page.Add($"<p class=\"lead\">{Section.Counted(content.Plan.Runs.Length, "run")} over ");
        page.Add($"{Section.Listed([.. content.Plan.Axes.Select(a => a.Title)])}.</p></header>\n");
        if (content.Failed > 0)
            WriteFailures(page, content);
        for (var m = 0; m < content.Measures.Length; m++)
            WriteMeasure(page, content, m);
        WriteProvenance(page, content);
        return page.AddRaw("</main></body></html>\n");
    }

    private static void WriteMeasure(MarkupWriter page, SweepContent content, int measure)
    {
        var name = content.Measures[measure];
        Section.Open(page, $"measure-{measure + 1}", name.Title);
        var defined = content.Outcomes.Values.Count(o => o.Values[measure] is not null);
        if (defined > 0)
        {
            page.AddRaw("<figure>");
            if (content.Plan.Axes.Length == 1)
                SweepLineFigure.Write(page, content, measure);
            else if (content.Plan.Axes.Length == 2 && !content.Plan.IsList)
                SweepMapFigure.Write(page, content, measure);
            else
                page.AddRaw("<p>More than two values change from run to run: the numbers are in sweep.tsv.</p>");
            var runs = Section.Counted(content.Plan.Runs.Length, "run");
            Section.Caption(page, $"{name.Name}.", $"Defined in {defined} of {runs}.");
            page.AddRaw("</figure>");
        }
        else
        {
            page.AddRaw("<p>Undefined in all runs; sweep.tsv says why.</p>");
        }

        Section.Close(page);
    }

    private static void WriteFailures(MarkupWriter page, SweepContent content)
    {
        var failed = content.Outcomes.Where(o => o.Value.HasFailed).OrderBy(o => o.Key).ToArray();
        page.AddRaw("<ul class=\"warnings\">");
        foreach (var (number, outcome) in failed.Take(MostFailures))
            page.Add($"<li>run {number.ToString()} failed: {outcome.Why}</li>");
        if (failed.Length > MostFailures)
            page.Add($"<li>{(failed.Length - MostFailures).ToString()} more failed; sweep.tsv names them</li>");
        page.AddRaw("</ul>");
    }

    // No times of day and no speeds here: the same sweep gives the same page.
    private static void WriteProvenance(MarkupWriter page, SweepContent content)
    {
        Section.Open(page, "provenance", "Provenance");
        page.AddRaw("<dl>");
        page.Add($"<dt>Version</dt><dd>isonomia {RunProvenance.Version}</dd>");
        page.Add($"<dt>Command</dt><dd><code>{content.Provenance.Command}</code></dd>");
        foreach (var (name, words) in content.Fixed.Where(static f => f.Key is not ("version" or "measuring")))
            page.Add($"<dt>{name}</dt><dd>{words}</dd>");
        page.AddRaw("</dl>");
        Section.Close(page);
    }
}
