using Isonomia.Numerics.Files;

namespace Isonomia.Simulation.Results;

/// <summary>
/// A run's arrays on disk: <c>spikes/NAME.times.npy</c> (float64 seconds, ascending) and <c>NAME.cells.npy</c> (int32);
/// <c>probes/NAME.VARIABLE.npy</c> (float64 in SI base units, samples x cells) and <c>NAME.times.npy</c> (float64
/// seconds). A probe of some cells has them in <c>NAME.VARIABLE.cells.npy</c> (int32); one whose times are not those of
/// the population's first probe has <c>NAME.VARIABLE.times.npy</c>. Spikes that were only counted have no
/// arrays. Each file appears whole.
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
        foreach (var population in run.Populations.Where(p => p.IsKept))
        {
            WriteArray<double>(Path.Combine(spikes, population.Name + ".times.npy"), population.SpikeTimes, 0);
            WriteArray<int>(Path.Combine(spikes, population.Name + ".cells.npy"), population.SpikeCells, 0);
        }

        if (run.Probes.IsEmpty)
            return;
        var probes = Directory.CreateDirectory(Path.Combine(folder, "probes")).FullName;
        foreach (var (probe, name) in run.Probes.Zip(NamesOf(run)))
            WriteProbe(Path.Combine(probes, name), Path.Combine(probes, probe.Population), run, probe);
    }

    /// <summary>
    /// What the file of each probe is called: POPULATION.VARIABLE, and a number behind it where a population's variable
    /// was recorded more than once.
    /// </summary>
    /// <param name="run">The run.</param>
    public static IReadOnlyList<string> NamesOf(RunResult run)
    {
        ArgumentNullException.ThrowIfNull(run);
        var names = new List<string>();
        foreach (var probe in run.Probes)
        {
            var name = $"{probe.Population}.{probe.Variable}";
            var unique = name;
            for (var n = 2; names.Contains(unique); n++)
                unique = $"{name}-{n}";
            names.Add(unique);
        }

        return names;
    }

    private static void WriteProbe(string name, string population, RunResult run, ProbeResult probe)
    {
        WriteArray<double>(name + ".npy", probe.Values, probe.Cells.Length);
        var first = run.Probes.First(p => p.Population == probe.Population);
        if (ReferenceEquals(first, probe))
            WriteArray<double>(population + ".times.npy", probe.Times, 0);
        else if (!first.Times.AsSpan().SequenceEqual(probe.Times))
            WriteArray<double>(name + ".times.npy", probe.Times, 0);
        var size = run.Populations.FirstOrDefault(p => p.Name == probe.Population)?.Size;
        if (!probe.IsSum && probe.Cells.Length != size)
            WriteArray<int>(name + ".cells.npy", probe.Cells, 0);
    }

    private static void WriteArray<T>(string path, Column<T> values, int columns)
        where T : unmanaged
    {
        using var writer = new NpyWriter<T>(path, columns);
        foreach (var piece in values.Pieces())
            writer.Append(piece.Span);
        writer.Commit();
    }
}
