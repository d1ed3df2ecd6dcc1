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
    public static void Write(string path, LocatedRecording located)
    {
        var page = Compose(located);
        AtomicFile.Write(path, page.CopyTo);
    }

    /// <summary>The page as it would be written.</summary>
    public static MarkupWriter Compose(LocatedRecording located)
    {
        ArgumentNullException.ThrowIfNull(located);
        var page = new MarkupWriter();
        page.AddRaw("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"/>");
        page.AddRaw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>");
        page.Add($"<title>{Path.GetFileName(located.Recording.Path)}, located · Isonomia</title><style>");
        page.AddRaw(PageAssets.Style).AddRaw("</style></head>\n<body><main>");
        page.AddRaw("<header><p class=\"kicker\">Isonomia · located</p>");
        page.Add($"<h1>{Path.GetFileName(located.Recording.Path)}</h1>");
        page.Add($"<p class=\"lead\">Where a circuit stands that would have made this recording, by the {located.Model.Name} ");
        page.AddRaw("model. A research tool, not a medical device; nothing here is a diagnosis.</p></header>\n");
        WriteFailures(page, located);
        LocatedChannel[] good = [.. located.Channels.Where(c => c.Posterior is { Diagnostics.Converged: true })];
        if (good.Length > 1)
            LocatedTable.Write(page, located, good);
        var number = 0;
        foreach (var channel in good.Take(MostInFull))
            LocatedChannelSection.Write(page, channel, ++number);
        WriteConclusions(page, located);
        WriteProvenance(page, located);
        return page.AddRaw("</main></body></html>\n");
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

    private static void WriteConclusions(MarkupWriter page, LocatedRecording located)
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
        page.Add($"<p>Model: {located.Model.Source}.</p>");
        Section.Close(page);
    }

    private static void WriteProvenance(MarkupWriter page, LocatedRecording located)
    {
        Section.Open(page, "provenance", "How it was made");
        page.AddRaw("<dl>");
        page.Add($"<dt>Version</dt><dd>isonomia {located.Provenance.Version}</dd>");
        page.Add($"<dt>Command</dt><dd><code>{located.Provenance.Command}</code></dd>");
        page.Add($"<dt>Seed</dt><dd>{located.Seed.ToString()}</dd>");
        foreach (var step in located.Steps)
            page.Add($"<dt>{step.Name}</dt><dd>{step.Outcome}</dd>");
        foreach (var (key, value) in located.Provenance.Parameters.Where(p => p.Key.StartsWith("locate.", StringComparison.Ordinal)))
            page.Add($"<dt>{key}</dt><dd>{value}</dd>");
        page.AddRaw("</dl>");
        Section.Close(page);
    }
}
