using Isonomia.Numerics.Files;
using Isonomia.Reporting.Markup;
using Isonomia.Reporting.Sections;
using Isonomia.Simulation.Results;

namespace Isonomia.Reporting.Runs.Circuits;

/// <summary>
/// A simulated circuit as one self-contained HTML page that opens without a network and prints on A4: populations,
/// raster, rates, differences between cells, currents, field potential, potentials, structure, how it was run. The same
/// run always gives the same page.
/// </summary>
public static class CircuitReport
{
    /// <summary>Writes the page; a reader sees the whole of it or none.</summary>
    /// <param name="path">Where to.</param>
    /// <param name="content">What it shows.</param>
    /// <exception cref="IOException">The place cannot be written to.</exception>
    public static void Write(string path, CircuitReportContent content)
    {
        var page = Compose(content);
        AtomicFile.Write(path, page.CopyTo);
    }

    /// <summary>The page as it would be written.</summary>
    /// <param name="content">What it shows.</param>
    public static MarkupWriter Compose(CircuitReportContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        var (circuit, run) = (content.Circuit, content.Run);
        var page = new MarkupWriter();
        page.AddRaw("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"/>");
        page.AddRaw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>");
        page.Add($"<title>{circuit.Name} · Isonomia</title><style>");
        page.AddRaw(PageAssets.Style).AddRaw("</style></head>\n<body><main>");
        WriteTitle(page, content);
        var populations = ShownPopulation.Of(content);
        PopulationsTable.Write(page, populations);
        if (run.Duration > 0)
        {
            CircuitRaster.Write(page, run, populations);
            RatesFigure.Write(page, run, populations);
            CellDistributions.Write(page, populations,
                [CellQuantity.Rate, CellQuantity.Variability, CellQuantity.Correlation]);
            RateSpectra.Write(page, run, populations);
            CurrentsFigure.Write(page, run);
            FieldSpectrum.Write(page, run);
            TracesSection.Write(page, run);
        }

        StructureSection.Write(page, circuit);
        RunSection.Write(page, content);
        return page.AddRaw("</main></body></html>\n");
    }

    private static void WriteTitle(MarkupWriter page, CircuitReportContent content)
    {
        var (circuit, run) = (content.Circuit, content.Run);
        page.AddRaw("<header><p class=\"kicker\">Isonomia · a simulated circuit</p>");
        page.Add($"<h1>{circuit.Name}</h1>");
        if (circuit.Description is { } description)
            page.Add($"<p class=\"lead\">{description}</p>");
        var cells = circuit.Populations.Sum(p => (long)p.Size);
        page.Add($"<p class=\"lead\">{Sentence(cells, circuit.Populations.Length, run)}</p>");
        if (circuit.Source is { } source)
            page.Add($"<p class=\"source\">{source}</p>");
        page.AddRaw("</header>\n");
        if (content.Warnings.IsEmpty && run.InterruptedOf is null)
            return;
        page.AddRaw("<ul class=\"warnings\">");
        if (run.InterruptedOf is { } asked)
        {
            page.Add($"<li>The run was stopped after {NumberText.Significant(run.Duration, 6)} s of ");
            page.Add($"{NumberText.Significant(asked, 6)} s; this page shows what was simulated until then.</li>");
        }

        foreach (var warning in content.Warnings)
            page.Add($"<li>{warning}</li>");
        page.AddRaw("</ul>");
    }

    private static string Sentence(long cells, int populations, RunResult run) =>
        $"{cells:#,0} {(cells == 1 ? "cell" : "cells")} in {Section.Counted(populations, "population")}"
        + (run.Synapses > 0 ? $" with {run.Synapses:#,0} synapses" : "")
        + (run.Duration > 0 ? $", for {NumberText.Duration(run.Duration)}." : "; no time was simulated.");
}
