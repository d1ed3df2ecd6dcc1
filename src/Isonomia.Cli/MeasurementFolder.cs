using Isonomia.Measurement.Measuring;
using Isonomia.Reporting;
using Isonomia.Reporting.Tables;

namespace Isonomia.Cli;

/// <summary>What <c>measure --out</c> leaves behind: the report, the JSON, the tables.</summary>
internal static class MeasurementFolder
{
    public const string ReportName = "report.html";

    public static void Write(string folder, RecordingMeasurement measurement)
    {
        MeasureJson.Write(Path.Combine(folder, "measure.json"), measurement);
        MeasureTsv.Write(folder, measurement);
        if (measurement.Beside.Count > 0)
            AssayTsv.Write(Path.Combine(folder, "assay.tsv"), measurement.Beside);
        MeasurementReport.Write(Path.Combine(folder, ReportName), measurement);
    }
}
