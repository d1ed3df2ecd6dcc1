using Isonomia.Inference.Locating;
using Isonomia.Reporting.Locating;

namespace Isonomia.Cli;

/// <summary>What <c>locate --out</c> leaves behind: the report and the JSON.</summary>
internal static class LocateFolder
{
    public const string ReportName = "report.html";

    public static void Write(string folder, LocatedRecording located)
    {
        LocateJson.Write(Path.Combine(folder, "locate.json"), located);
        LocateReport.Write(Path.Combine(folder, ReportName), located);
    }
}
