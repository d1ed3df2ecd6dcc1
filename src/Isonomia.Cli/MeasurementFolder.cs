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
        // The report takes as long as the others together. Whatever fails, none is still being written afterwards.
        var report = Task.Run(() => MeasurementReport.Write(Path.Combine(folder, ReportName), measurement));
        try
        {
            MeasureJson.Write(Path.Combine(folder, "measure.json"), measurement);
            MeasureTsv.Write(folder, measurement);
            if (measurement.Beside.Count > 0)
                AssayTsv.Write(Path.Combine(folder, "assay.tsv"), measurement.Beside);
        }
        finally
        {
            ((IAsyncResult)report).AsyncWaitHandle.WaitOne();
        }

        report.GetAwaiter().GetResult();
    }
}
