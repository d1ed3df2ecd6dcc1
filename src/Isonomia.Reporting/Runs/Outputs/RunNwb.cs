using System.Security.Cryptography;
using System.Text;
using Isonomia.Measurement.Formats.Nwb;
using Isonomia.Modeling.Units;
using Isonomia.Simulation.Results;

namespace Isonomia.Reporting.Runs.Outputs;

/// <summary>A run as a session of Neurodata Without Borders.</summary>
internal static class RunNwb
{
    private static readonly (Dimension Dimension, string Name)[] UnitNames =
    [
        (Dimension.Voltage, "volts"), (Dimension.Current, "amperes"), (Dimension.Conductance, "siemens"),
        (Dimension.Frequency, "hertz"), (Dimension.Time, "seconds"), (Dimension.Charge, "coulombs"),
    ];

    public static void Write(string path, RunResult run, RunProvenance provenance) =>
        NwbWriter.Write(path, Session(run, provenance));

    private static NwbSession Session(RunResult run, RunProvenance provenance)
    {
        var made = $"isonomia {RunProvenance.Version}: {provenance.Command}; seed {run.Seed}, time step {run.Dt:R} s, "
            + $"{run.Duration:R} s" + string.Concat(provenance.Inputs.Select(i => $"; {i.Name} (SHA-256 {i.Sha256})"));
        var identifier = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(made)));
        return new NwbSession(identifier,
            $"Simulation of '{run.Model}'. A simulation has no time of day: its time zero is 1970-01-01.", made)
        {
            Populations = [.. RunFormats.Spikes(run)],
            Series = [.. run.Probes.Zip(RunFolder.NamesOf(run)).Where(p => p.First.Times.Length > 0).Select(p =>
                Series(p.First, p.Second))],
        };
    }

    private static NwbSeries Series(ProbeResult probe, string name)
    {
        var (first, last) = (probe.Times[0], probe.Times[^1]);
        var rate = probe.Times.Length > 1 ? (probe.Times.Length - 1) / (last - first) : 1;
        var which = probe.IsSum ? "the sum over cells" : "columns: cells " + Ranges(probe.Cells);
        var unit = UnitNames.FirstOrDefault(u => u.Dimension == probe.Dimension).Name
            ?? (probe.Dimension.IsNone ? "1" : DimensionNames.Declare(probe.Dimension));
        return new NwbSeries(name.Replace('.', '_'), $"{probe.Variable} of {probe.Population}; {which}", unit, first,
            rate,
            Math.Max(1, probe.Cells.Length), probe.Values.ToArray());
    }

    // "0 to 9, 12": consecutive cells are named by their first and last.
    private static string Ranges(int[] cells)
    {
        var parts = new List<string>();
        for (var first = 0; first < cells.Length;)
        {
            var last = first;
            while (last + 1 < cells.Length && cells[last + 1] == cells[last] + 1)
                last++;
            parts.Add(last == first ? $"{cells[first]}" : $"{cells[first]} to {cells[last]}");
            first = last + 1;
        }

        return string.Join(", ", parts);
    }
}
