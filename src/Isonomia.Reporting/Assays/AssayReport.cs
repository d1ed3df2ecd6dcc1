using Isonomia.Measurement.Assays;
using Isonomia.Numerics.Files;
using Isonomia.Reporting.Markup;

namespace Isonomia.Reporting.Assays;

/// <summary>What a file that holds no recording says, as one self-contained HTML page.</summary>
public static class AssayReport
{
    /// <summary>Writes the page; a reader sees the whole of it or none.</summary>
    /// <exception cref="IOException">The place cannot be written to.</exception>
    public static void Write(string path, AssayMeasurement assay)
    {
        var page = Compose(assay);
        AtomicFile.Write(path, page.CopyTo);
    }

    /// <summary>The page as it would be written.</summary>
    public static MarkupWriter Compose(AssayMeasurement assay)
    {
        ArgumentNullException.ThrowIfNull(assay);
        var page = new MarkupWriter();
        page.AddRaw("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"/>");
        page.AddRaw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>");
        page.Add($"<title>{Path.GetFileName(assay.Path)} · Isonomia</title><style>");
        page.AddRaw(PageAssets.Style).AddRaw("</style></head>\n<body><main>");
        page.AddRaw("<header><p class=\"kicker\">Isonomia · excitation and inhibition beside recordings</p>");
        page.Add($"<h1>{Path.GetFileName(assay.Path)}</h1>");
        page.AddRaw("<p class=\"notice\">Research tool, not a medical device. Nothing here is a diagnosis or advice on"
            + " treatment.</p></header>\n");
        AssaySection.Write(page, assay, "assay");
        page.Add($"<p class=\"small\">Isonomia {assay.Provenance.Version}, {assay.Provenance.Command}; input SHA-256 ");
        page.Add($"<code>{assay.Provenance.InputSha256}</code>.</p>");
        return page.AddRaw("</main></body></html>\n");
    }
}
