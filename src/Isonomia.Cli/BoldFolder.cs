using Isonomia.Numerics.Files;
using Isonomia.Simulation.Fields.Forward;

namespace Isonomia.Cli;

/// <summary>The arrays of BOLD: images, when they were taken, correlations of regions and of the patterns of windows.</summary>
internal static class BoldFolder
{
    public static void Write(string folder, BoldAnalysis bold)
    {
        Directory.CreateDirectory(folder);
        Write(Path.Combine(folder, "bold.npy"), bold.Record.Values, bold.Record.Regions);
        Write(Path.Combine(folder, "times.npy"), bold.Record.Times, 0);
        Write(Path.Combine(folder, "fc.npy"), bold.Connectivity, bold.Record.Regions);
        if (bold.Dynamics is { } dynamics)
            Write(Path.Combine(folder, "fcd.npy"), dynamics, (int)Math.Round(Math.Sqrt(dynamics.Length)));
    }

    private static void Write(string path, double[] values, int columns)
    {
        using var writer = new NpyWriter<double>(path, columns);
        writer.Append(values);
        writer.Commit();
    }
}
