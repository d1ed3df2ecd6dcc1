using Isonomia.Inference.Locating;
using Isonomia.Numerics.Files;
using Isonomia.Reporting.Markup;
using Isonomia.Reporting.Sections;

namespace Isonomia.Reporting.Locating;

/// <summary>
/// What <c>locate</c> found as one self-contained HTML page: in words, the fit, where the circuit stands, the posterior,
/// what the spectrum cannot tell; over the scalp where several channels were located.
/// </summary>
public static class LocateReport
{
    /// <summary>Channels shown in full; the rest are in the table.</summary>
    private const int MostInFull = 4;

    /// <summary>Writes the page; a reader sees the whole of it or none.</summary>
    /// <exception cref="IOException">The place cannot be written to.</exception>
    public static void Write(string path, IReadOnlyList<LocatedRecording> located)
    {
        var page = Compose(located);
        AtomicFile.Write(path, page.CopyTo);
    }

    /// <summary>The page as it would be written.</summary>
    /// <param name="models">What was found: by one model, or by several that are compared.</param>
    public static MarkupWriter Compose(IReadOnlyList<LocatedRecording> models)
    {
        ArgumentNullException.ThrowIfNull(models);
        var page = new MarkupWriter();
        var first = models[0];
        LocatedPage.Open(page, Path.GetFileName(first.Recording.Path), "Where a circuit stands that would have made this recording, by "
            + (models.Count == 1 ? $"the {first.Model.Name} model." : $"{models.Count} models: {Section.Listed([.. models.Select(m => m.Model.Name)])}."));
        if (models.Count > 1)
            WriteComparison(page, models);
        var number = 0;
        foreach (var located in models)
        {
            if (models.Count > 1)
                page.Add($"<h2>{located.Model.Name}</h2>");
            WriteFailures(page, located);
            LocatedChannel[] good = [.. located.Channels.Where(c => c.Posterior is { Diagnostics.Converged: true })];
            if (good.Length > 1)
                LocatedTable.Write(page, located, good);
            foreach (var channel in good.Take(MostInFull))
                LocatedChannelSection.Write(page, channel, ++number);
        }

        LocatedPage.Conclude(page, [.. models.Select(m => m.Model)]);
        LocatedPage.Close(page, first.Provenance, first.Seed, first.Steps);
        return page;
    }

    private static void WriteComparison(MarkupWriter page, IReadOnlyList<LocatedRecording> models)
    {
        Section.Open(page, "comparison", "Models compared");
        page.AddRaw("<table class=\"glance\"><thead><tr><th>Channel</th><th>Model</th><th class=\"n\">log evidence</th>"
            + "<th class=\"n\">probability</th><th class=\"n\">chi-square over freedom</th></tr></thead><tbody>");
        foreach (var channel in ModelComparison.Of(models))
        {
            foreach (var model in channel.Models)
            {
                page.Add($"<tr><th scope=\"row\">{channel.Channel}</th><td>{model.Model}</td>");
                if (model.Evidence is { } evidence)
                {
                    page.Add($"<td class=\"n\">{NumberText.Fixed(evidence.Log, 1)} ± {NumberText.Fixed(evidence.StandardError, 1)}</td>");
                    page.Add($"<td class=\"n\">{NumberText.Significant(model.Probability)}</td>");
                    page.Add($"<td class=\"n\">{NumberText.Significant(model.ReducedChiSquare)}</td></tr>");
                }
                else
                {
                    page.Add($"<td colspan=\"3\">not located: {model.WhyNot ?? ""}</td></tr>");
                }
            }
        }

        page.AddRaw("</tbody></table><p class=\"small\">Evidence: how probable the spectrum is under a model, averaged over its"
            + " prior; only differences mean anything, and they depend on the limits of the priors. Probability: among these models,"
            + " all alike probable before. The most probable of models may still fit badly: chi-square says.</p>");
        Section.Close(page);
    }

    private static void WriteFailures(MarkupWriter page, LocatedRecording located)
    {
        var failed = located.Channels.Where(c => c.Posterior is not { Diagnostics.Converged: true }).ToArray();
        if (failed.Length == 0)
            return;
        page.AddRaw("<ul class=\"warnings\">");
        foreach (var channel in failed)
        {
            page.Add($"<li>{channel.Channel.Name} was not located: {channel.WhyNot ?? channel.Posterior!.Diagnostics.WhyNot}. ");
            page.AddRaw("What did not converge is not shown.</li>");
        }

        page.AddRaw("</ul>");
    }
}
