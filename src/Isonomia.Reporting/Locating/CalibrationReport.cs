using Isonomia.Inference.Calibrating;
using Isonomia.Inference.Models;
using Isonomia.Numerics.Files;
using Isonomia.Reporting.Markup;
using Isonomia.Reporting.Sections;

namespace Isonomia.Reporting.Locating;

/// <summary>What <c>locate --calibrate</c> found, as one self-contained HTML page.</summary>
public static class CalibrationReport
{
    /// <summary>Writes the page; a reader sees the whole of it or none.</summary>
    /// <param name="path">Where.</param>
    /// <param name="result">What was found.</param>
    /// <param name="model">The model.</param>
    /// <param name="command">The command line.</param>
    /// <exception cref="IOException">The place cannot be written to.</exception>
    public static void Write(string path, CalibrationResult result, SpectralModel model, string command)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(model);
        var page = new MarkupWriter();
        LocatedPage.Open(page, "Calibration", $"Are posteriors of the {model.Name} model right about individuals of whom all is known?");
        Section.Open(page, "ranks", "Where truths rank");
        page.Add($"<p>{result.Individuals.ToString()} individuals were drawn from the prior, recorded and located; ");
        page.Add($"{result.NotConverged.ToString()} of them did not converge and do not count. If posteriors are right, the ");
        page.AddRaw("truth is as likely to have any rank among a posterior's draws: histograms are flat. Shaded: where 99 % of "
            + "bins then are.</p><figure>");
        RanksFigure.Write(page, result.Quantities);
        page.AddRaw("</figure>");
        WriteTable(page, result);
        Section.Close(page);
        Section.Open(page, "provenance", "How it was made");
        page.Add($"<p><code>{command}</code></p><p>{model.Name}: {model.Source}.</p>");
        Section.Close(page);
        page.AddRaw("</main></body></html>\n");
        AtomicFile.Write(path, page.CopyTo);
    }

    private static void WriteTable(MarkupWriter page, CalibrationResult result)
    {
        page.AddRaw("<table class=\"glance\"><thead><tr><th>Quantity</th><th class=\"n\">90 % intervals hold</th>"
            + "<th class=\"n\">p of uniform ranks</th><th class=\"n\">r of medians and truths</th></tr></thead><tbody>");
        foreach (var quantity in result.Quantities)
        {
            page.Add($"<tr><th scope=\"row\">{quantity.Name}</th>");
            page.Add($"<td class=\"n\">{NumberText.Significant(100 * quantity.Coverage90, 3)} %</td>");
            page.Add($"<td class=\"n\">{NumberText.Significant(quantity.UniformityP, 2)}</td>");
            page.Add($"<td class=\"n\">{NumberText.Significant(quantity.Recovery, 2)}</td></tr>");
        }

        page.AddRaw("</tbody></table>");
    }
}
