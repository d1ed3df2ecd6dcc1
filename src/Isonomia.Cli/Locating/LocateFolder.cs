using Isonomia.Inference.Locating;
using Isonomia.Numerics.Files;
using Isonomia.Reporting.Locating;

namespace Isonomia.Cli.Locating;

/// <summary>What <c>locate --out</c> leaves behind: the report and the JSON.</summary>
internal static class LocateFolder
{
    public const string ReportName = "report.html";

    public static void Write(string folder, params IReadOnlyList<LocatedRecording> located)
    {
        AtomicFile.Write(Path.Combine(folder, "locate.json"), stream => LocateJson.Write(stream, located));
        LocateReport.Write(Path.Combine(folder, ReportName), located);
    }
}
