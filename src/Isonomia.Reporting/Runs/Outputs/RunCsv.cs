using Isonomia.Numerics.Files;
using Isonomia.Simulation.Results;

namespace Isonomia.Reporting.Runs.Outputs;

/// <summary>
/// A run as text: <c>spikes/NAME.csv</c> with the columns cell and time_s, <c>probes/NAME.VARIABLE.csv</c> with time_s
/// and a column for each cell (or the sum), in SI base units. Numbers read back to the same bits.
/// </summary>
internal static class RunCsv
{
    public static void Write(string folder, RunResult run)
    {
        foreach (var population in run.Populations.Where(p => p.IsKept))
        {
            Write(Path.Combine(folder, "spikes", population.Name + ".csv"), text =>
            {
                text.Write("cell,time_s\n");
                foreach (var (time, cell) in population.InOrder())
                    text.Write($"{cell},{time:R}\n");
            });
        }

        foreach (var (probe, name) in run.Probes.Zip(RunFolder.NamesOf(run)))
            Write(Path.Combine(folder, "probes", name + ".csv"), text => Write(text, probe));
    }

    private static void Write(TextWriter text, ProbeResult probe)
    {
        text.Write("time_s");
        foreach (var cell in probe.Cells)
            text.Write(probe.IsSum ? ",sum" : $",cell_{cell}");
        text.Write('\n');
        var columns = probe.Cells.Length;
        using var values = probe.Values.GetEnumerator();
        foreach (var time in probe.Times)
        {
            text.Write($"{time:R}");
            for (var column = 0; column < columns && values.MoveNext(); column++)
                text.Write($",{values.Current:R}");
            text.Write('\n');
        }
    }

    private static void Write(string path, Action<TextWriter> write) => AtomicFile.Write(path, stream =>
    {
        using var text = new StreamWriter(stream, bufferSize: 1 << 16, leaveOpen: true);
        write(text);
    });
}
