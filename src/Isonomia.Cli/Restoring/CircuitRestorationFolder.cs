using Isonomia.Numerics.Files;
using Isonomia.Reporting.Restoring;

namespace Isonomia.Cli.Restoring;

/// <summary>What <c>restore --circuit --out</c> leaves.</summary>
internal static class CircuitRestorationFolder
{
    public static void Write(string folder, CircuitRestorationContent content)
    {
        Directory.CreateDirectory(folder);
        AtomicFile.Write(Path.Combine(folder, "restore.json"), stream => CircuitRestorationJson.Write(stream, content));
        AtomicFile.Write(Path.Combine(folder, RestorationFolder.ReportName), CircuitRestorationReport.Compose(content).CopyTo);
    }
}
