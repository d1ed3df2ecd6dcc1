using Isonomia.Measurement.Biomarkers;
using Isonomia.Measurement.Measuring;
using Isonomia.Numerics.Files;
using Isonomia.Reporting.Assays;
using Isonomia.Reporting.Findings;
using Isonomia.Reporting.Markup;
using Isonomia.Reporting.Sections;
using Isonomia.Reporting.Sections.Dynamics;
using Isonomia.Reporting.Sections.Spectra;

namespace Isonomia.Reporting;

/// <summary>
/// A measurement as one self-contained HTML page that opens without a network and prints on A4: summary, recording,
/// traces, spectra, scalp maps, dynamics, what all channels say at once, spikes, numbers by channel, definitions, pipeline. The same measurement always gives
/// the same page.
/// </summary>
public static class MeasurementReport
{
    /// <summary>Writes the page; a reader sees the whole of it or none.</summary>
    /// <exception cref="IOException">The place cannot be written to.</exception>
    public static void Write(string path, RecordingMeasurement measurement) =>
        Write(path, measurement, BiomarkerLibrary.Descriptions);

    /// <summary>Writes the page, with the definitions of the given biomarkers.</summary>
    /// <exception cref="IOException">The place cannot be written to.</exception>
    public static void Write(string path, RecordingMeasurement measurement, IReadOnlyList<IBiomarkerDescription> definitions)
    {
        var page = Compose(measurement, definitions);
        AtomicFile.Write(path, page.CopyTo);
    }

    /// <summary>The page as it would be written.</summary>
    public static MarkupWriter Compose(RecordingMeasurement measurement, IReadOnlyList<IBiomarkerDescription> definitions)
    {
        var findings = new RecordingFindings(measurement, definitions);
        var page = new MarkupWriter();
        page.AddRaw("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"/>");
        page.AddRaw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>");
        page.Add($"<title>{Path.GetFileName(measurement.Recording.Path)} · Isonomia</title><style>");
        page.AddRaw(PageAssets.Style).AddRaw("</style></head>\n<body><main>");
        TitleSection.Write(page, findings);
        Glance.Write(page, findings);
        TogetherSection.Write(page, findings);
        RecordingSection.Write(page, findings);
        TracesSection.Write(page, findings);
        SpectraSection.Write(page, findings);
        ScalpSection.Write(page, findings);
        DynamicsSection.Write(page, findings);
        WholeSection.Write(page, findings);
        SpikesSection.Write(page, findings);
        WindowsSection.Write(page, findings);
        TableSection.Write(page, findings);
        for (var i = 0; i < measurement.Beside.Count; i++)
            AssaySection.Write(page, measurement.Beside[i], $"beside-{i + 1}");
        BiomarkerSection.Write(page, findings);
        PipelineSection.Write(page, findings);
        return page.AddRaw("</main><script>").AddRaw(PageAssets.Script).AddRaw("</script></body></html>\n");
    }
}
