using Isonomia.Modeling.Units;
using Isonomia.Numerics.Files;
using Isonomia.Reporting.Figures;
using Isonomia.Reporting.Markup;
using Isonomia.Reporting.Runs;
using Isonomia.Reporting.Sections;
using Isonomia.Simulation.Fields.Analysis;

namespace Isonomia.Reporting.Fields;

/// <summary>An analysed field as one self-contained HTML page. The same analysis always gives the same page.</summary>
public static class AnalysisReport
{
    private const double Height = 250;

    /// <summary>Writes the page; a reader sees the whole of it or none.</summary>
    /// <param name="path">Where to.</param>
    /// <param name="content">What it shows.</param>
    /// <exception cref="IOException">The place cannot be written to.</exception>
    public static void Write(string path, AnalysisContent content)
    {
        var page = Compose(content);
        AtomicFile.Write(path, page.CopyTo);
    }

    /// <summary>The page as it would be written.</summary>
    /// <param name="content">What it shows.</param>
    public static MarkupWriter Compose(AnalysisContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        var page = new MarkupWriter();
        page.AddRaw("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"/>");
        page.AddRaw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>");
        page.Add($"<title>{content.Name}, analysed · Isonomia</title><style>");
        page.AddRaw(PageAssets.Style).AddRaw("</style></head>\n<body><main>");
        page.AddRaw("<header><p class=\"kicker\">Isonomia · an analysed field</p>");
        page.Add($"<h1>{content.Name}</h1>");
        if (content.Model.Region.Description is { } description)
            page.Add($"<p class=\"lead\">{description}</p>");
        page.AddRaw("</header>\n");
        if (!content.Notes.IsEmpty)
        {
            page.AddRaw("<ul class=\"warnings\">");
            foreach (var note in content.Notes)
                page.Add($"<li>{note}</li>");
            page.AddRaw("</ul>");
        }

        WritePoints(page, content);
        if (content.Varied is not null)
            BranchFigure.Write(page, content);
        if (!content.Density.IsEmpty)
            WriteSpectrum(page, content);
        Section.Open(page, "provenance", "Provenance");
        page.AddRaw("<dl>");
        page.Add($"<dt>Version</dt><dd>isonomia {RunProvenance.Version}</dd>");
        page.Add($"<dt>Command</dt><dd><code>{content.Provenance.Command}</code></dd></dl>");
        Section.Close(page);
        return page.AddRaw("</main></body></html>\n");
    }

    private static void WritePoints(MarkupWriter page, AnalysisContent content)
    {
        Section.Open(page, "points", "Fixed points");
        if (content.Points.IsEmpty)
            page.AddRaw("<p>None was found in the box of states.</p>");
        var states = content.Model.Region.Equations.States.Select(s => s.Symbol).ToArray();
        page.AddRaw("<table class=\"words\"><thead><tr><th>States</th><th>Stability</th><th>Margin (1/s)</th><th>Nearest instability</th>");
        page.AddRaw("</tr></thead><tbody>");
        foreach (var point in content.Points)
        {
            var words = string.Join(", ", states.Select((s, i) => $"{s.Name} = {new Quantity(Rounded(point.States[i]), s.Dimension)}"));
            var nearest = point.Stability.Kind == InstabilityKind.Hopf
                ? $"Hopf, {NumberText.Significant(point.Stability.FrequencyHz)} Hz"
                : "saddle-node";
            page.Add($"<tr><td>{words}</td><td>{(point.Stability.IsStable ? "stable" : "unstable")}</td>");
            page.Add($"<td>{NumberText.Significant(point.Stability.Margin)}</td><td>{nearest}</td></tr>");
        }

        page.AddRaw("</tbody></table>");
        Section.Close(page);
    }

    private static void WriteSpectrum(MarkupWriter page, AnalysisContent content)
    {
        Section.Open(page, "spectrum", "Spectrum at rest");
        double[] x = [.. content.Frequencies];
        double[] y = [.. content.Density];
        page.AddRaw("<figure>");
        Figure.Open(page, Figure.PageWidth, Height + Plot.BottomRoom, "Power spectral density");
        var frame = new Frame(Plot.LeftRoom, 10, Figure.PageWidth - Plot.LeftRoom - 10, Height - 10);
        var positive = y.Where(v => v > 0).DefaultIfEmpty(1).ToArray();
        new Plot(page, frame, new LogScale(x[0], x[^1], frame.Left, frame.Right),
            new LogScale(positive.Min() / 1.5, positive.Max() * 1.5, frame.Bottom, frame.Top))
            .Axes("frequency (Hz)", "density (SI unit²/Hz)").Line(x, y, "model");
        Figure.Close(page);
        Section.Caption(page, "Spectrum.", "The one-sided density of what is observed, in closed form from the equations near rest.");
        page.AddRaw("</figure>");
        Section.Close(page);
    }

    private static double Rounded(double value) =>
        double.Parse(value.ToString("G5", System.Globalization.CultureInfo.InvariantCulture), System.Globalization.CultureInfo.InvariantCulture);
}
