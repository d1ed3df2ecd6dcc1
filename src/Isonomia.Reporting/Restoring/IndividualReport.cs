using System.Globalization;
using Isonomia.Inference.Locating;
using Isonomia.Measurement.Biomarkers;
using Isonomia.Measurement.Measuring;
using Isonomia.Numerics.Files;
using Isonomia.Reporting.Findings;
using Isonomia.Reporting.Locating;
using Isonomia.Reporting.Markup;
using Isonomia.Reporting.Sections;
using Isonomia.Reporting.Sections.Spectra;

namespace Isonomia.Reporting.Restoring;

/// <summary>
/// One individual from recording to restoration as one self-contained page: measured, located, restored, and for a virtual
/// person what was true.
/// </summary>
public static class IndividualReport
{
    /// <summary>Writes the page; a reader sees the whole of it or none.</summary>
    /// <param name="path">Where to.</param>
    /// <param name="measured">What was measured.</param>
    /// <param name="located">Where the person was located: a channel with a posterior.</param>
    /// <param name="content">The way back.</param>
    /// <param name="truth">What is true.</param>
    /// <exception cref="IOException">The place cannot be written to.</exception>
    public static void Write(
        string path, RecordingMeasurement measured, LocatedChannel located, RestorationContent content, KnownTruth truth)
    {
        var page = Compose(measured, located, content, truth);
        AtomicFile.Write(path, page.CopyTo);
    }

    /// <summary>The page as it would be written.</summary>
    public static MarkupWriter Compose(
        RecordingMeasurement measured, LocatedChannel located, RestorationContent content, KnownTruth truth)
    {
        ArgumentNullException.ThrowIfNull(measured);
        ArgumentNullException.ThrowIfNull(located);
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(truth);
        var findings = new RecordingFindings(measured, BiomarkerLibrary.Descriptions);
        var page = new MarkupWriter();
        page.AddRaw("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"/>");
        page.AddRaw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>");
        page.AddRaw("<title>A virtual individual · Isonomia</title><style>");
        page.AddRaw(PageAssets.Style).AddRaw("</style></head>\n<body><main>");
        page.AddRaw("<header><p class=\"kicker\">Isonomia · measured, located, restored</p><h1>A virtual individual</h1>");
        page.Add($"<p class=\"lead\"><b>{RestorationContent.Warning}</b></p><p class=\"lead\">{content.Verdict}</p></header>\n");
        page.AddRaw("<h2>Measured</h2>\n");
        Glance.Write(page, findings);
        SpectraSection.Write(page, findings);
        page.AddRaw("<h2>Located</h2>\n");
        LocatedChannelSection.Write(page, located, 1);
        page.AddRaw("<h2>Restored</h2>\n");
        RestorationReport.WriteSections(page, content);
        WriteTruth(page, truth);
        return page.AddRaw("</main></body></html>\n");
    }

    private static void WriteTruth(MarkupWriter page, KnownTruth truth)
    {
        Section.Open(page, "known-truth", "The truth");
        page.Add($"<p>{truth.Hidden} {truth.First}</p>");
        page.AddRaw("<table><thead><tr><th></th><th>truth</th><th>located</th><th>90 % interval</th></tr></thead><tbody>");
        foreach (var (name, unit, value, found) in truth.Located)
        {
            page.Add($"<tr><td>{name}{(unit.Length > 0 ? ", " + unit : "")}</td><td>{Text(value)}</td><td>{Text(found.Median)}</td>");
            page.Add($"<td>{Text(found.Q05)} to {Text(found.Q95)}</td></tr>");
        }

        page.AddRaw("</tbody></table><table><thead><tr><th>plan</th><th>distance to health, stated</th><th>true</th></tr></thead><tbody>");
        foreach (var (plan, stated, value) in truth.Restored)
            page.Add($"<tr><td>{plan}</td><td>{Text(stated)}</td><td>{Text(value)}</td></tr>");
        page.AddRaw("</tbody></table><p>True distances are means over ways in which the person may respond to each intervention.</p>");
        Section.Close(page);
    }

    private static string Text(double value) => value.ToString("G4", CultureInfo.InvariantCulture);
}
