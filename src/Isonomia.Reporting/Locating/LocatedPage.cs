using Isonomia.Inference.Models;
using Isonomia.Measurement.Measuring;
using Isonomia.Measurement.Preprocessing;
using Isonomia.Reporting.Markup;
using Isonomia.Reporting.Sections;

namespace Isonomia.Reporting.Locating;

/// <summary>What every page about located individuals begins and ends with.</summary>
internal static class LocatedPage
{
    public static void Open(MarkupWriter page, string title, string lead)
    {
        page.AddRaw("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"/>");
        page.AddRaw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>");
        page.Add($"<title>{title}, located · Isonomia</title><style>");
        page.AddRaw(PageAssets.Style).AddRaw("</style></head>\n<body><main>");
        page.AddRaw("<header><p class=\"kicker\">Isonomia · located</p>");
        page.Add($"<h1>{title}</h1><p class=\"lead\">{lead} A research tool, not a medical device; nothing here is a ");
        page.AddRaw("diagnosis.</p></header>\n");
    }

    public static void Conclude(MarkupWriter page, params IReadOnlyList<SpectralModel> models)
    {
        Section.Open(page, "conclusions", "What may and may not be concluded");
        page.AddRaw("<p>The numbers are those of a model: a distribution over circuits of this kind that would have made this"
            + " spectrum, given the limits set beforehand. Different circuits may make the same spectrum; the wide intervals"
            + " say so. They may be compared between states of one person, or between groups, if recorded and prepared alike."
            + " They are not counts of synapses or transmitter, and not a diagnosis. Where the fit is poor (chi-square over"
            + " freedom well above 1) the intervals are too narrow, for they take the model for true.</p>");
        page.AddRaw("<p>No table of healthy ranges of these coordinates has been published that could be cited here. The only"
            + " published point shown for comparison is the waking, eyes-closed state of the model's own papers"
            + " (X 0.41, Y 0.51, Z 0.06; Robinson et al. 2002 as in NFTsim, Sanz-Leon et al. 2018).</p>");
        foreach (var model in models)
            page.Add($"<p>{model.Name}: {model.Source}.</p>");
        Section.Close(page);
    }

    public static void Close(MarkupWriter page, Provenance provenance, long seed, IReadOnlyList<PreprocessingStep> steps)
    {
        Section.Open(page, "provenance", "How it was made");
        page.AddRaw("<dl>");
        page.Add($"<dt>Version</dt><dd>isonomia {provenance.Version}</dd>");
        page.Add($"<dt>Command</dt><dd><code>{provenance.Command}</code></dd>");
        page.Add($"<dt>Seed</dt><dd>{seed.ToString()}</dd>");
        foreach (var step in steps)
            page.Add($"<dt>{step.Name}</dt><dd>{step.Outcome}</dd>");
        foreach (var (key, value) in provenance.Parameters.Where(p => p.Key.StartsWith("locate.", StringComparison.Ordinal)))
            page.Add($"<dt>{key}</dt><dd>{value}</dd>");
        page.AddRaw("</dl>");
        Section.Close(page);
        page.AddRaw("</main></body></html>\n");
    }
}
