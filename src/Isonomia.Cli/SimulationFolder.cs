using Isonomia.Numerics.Files;
using Isonomia.Reporting.Runs;
using Isonomia.Reporting.Runs.Circuits;
using Isonomia.Reporting.Runs.Outputs;
using Isonomia.Reporting.Tables;
using Isonomia.Reporting.Tables.Runs;

namespace Isonomia.Cli;

/// <summary>What <c>simulate --out</c> leaves behind: arrays, tables, the report, and last of all <c>run.json</c>.</summary>
internal static class SimulationFolder
{
    public const string ReportName = "report.html";

    public static void Write(string folder, CellReportContent content, IEnumerable<RunFormat> formats)
    {
        RunFormats.Write(folder, content.Run, content.Provenance, formats);
        if (content.Curve is { } curve)
            AtomicFile.Write(Path.Combine(folder, "fi.tsv"), stream => CurveTsv.Write(stream, curve));
        if (content.Bold is { } bold)
            BoldFolder.Write(Path.Combine(folder, "bold"), bold);
        CellReport.Write(Path.Combine(folder, ReportName), content);
        AtomicFile.Write(Path.Combine(folder, "run.json"), stream => RunJson.Write(stream, content));
    }

    public static void Write(string folder, CircuitReportContent content, IEnumerable<RunFormat> formats)
    {
        RunFormats.Write(folder, content.Run, content.Provenance, formats);
        CircuitReport.Write(Path.Combine(folder, ReportName), content);
        AtomicFile.Write(Path.Combine(folder, "run.json"), stream => RunJson.Write(stream, content));
    }
}
