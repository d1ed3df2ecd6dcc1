using Isonomia.Numerics.Files;
using Isonomia.Reporting.Restoring;

namespace Isonomia.Cli.Restoring;

/// <summary>What <c>restore --out</c> leaves.</summary>
internal static class RestorationFolder
{
    public const string ReportName = "restore.html";

    public static void Write(string folder, RestorationContent content)
    {
        Directory.CreateDirectory(folder);
        AtomicFile.Write(Path.Combine(folder, "restore.json"), stream => RestorationJson.Write(stream, content));
        AtomicFile.Write(Path.Combine(folder, "restore.tsv"), stream => RestorationTsv.Write(stream, content));
        RestorationReport.Write(Path.Combine(folder, ReportName), content);
    }
}
