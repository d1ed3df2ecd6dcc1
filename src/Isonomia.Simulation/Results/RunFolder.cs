using Isonomia.Numerics.Files;

namespace Isonomia.Simulation.Results;

/// <summary>
/// A run's arrays on disk: <c>spikes/NAME.times.npy</c> (float64 seconds, ascending) and <c>NAME.cells.npy</c> (int32);
/// <c>probes/NAME.VARIABLE.npy</c> (float64 in SI base units, samples x cells) and <c>NAME.times.npy</c> (float64
/// seconds). Each file appears whole.
/// </summary>
public static class RunFolder
{
    /// <summary>Writes the arrays of a run.</summary>
    /// <param name="folder">The run's folder; made where there is none.</param>
    /// <param name="run">The run.</param>
    /// <exception cref="IOException">The place cannot be written to.</exception>
    public static void Write(string folder, RunResult run)
    {
        ArgumentNullException.ThrowIfNull(run);
        var spikes = Directory.CreateDirectory(Path.Combine(folder, "spikes")).FullName;
        foreach (var population in run.Populations)
        {
            WriteArray<double>(Path.Combine(spikes, population.Name + ".times.npy"), population.SpikeTimes, 0);
            WriteArray<int>(Path.Combine(spikes, population.Name + ".cells.npy"), population.SpikeCells, 0);
        }

        if (run.Probes.IsEmpty)
            return;
        var probes = Directory.CreateDirectory(Path.Combine(folder, "probes")).FullName;
        foreach (var probe in run.Probes)
        {
            var name = Path.Combine(probes, $"{probe.Population}.{probe.Variable}.npy");
            WriteArray<double>(name, probe.Values, probe.Cells.Length);
            WriteArray<double>(Path.Combine(probes, probe.Population + ".times.npy"), probe.Times, 0);
        }
    }

    private static void WriteArray<T>(string path, T[] values, int columns)
        where T : unmanaged
    {
        using var writer = new NpyWriter<T>(path, columns);
        writer.Append(values);
        writer.Commit();
    }
}
