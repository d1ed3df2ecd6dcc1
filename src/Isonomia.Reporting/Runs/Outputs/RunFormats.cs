using System.Collections.Immutable;
using Isonomia.Measurement.Formats.Spikes;
using Isonomia.Measurement.Settings;
using Isonomia.Modeling.Diagnostics;
using Isonomia.Simulation.Results;

namespace Isonomia.Reporting.Runs.Outputs;

/// <summary>Writes a run in the forms asked for.</summary>
public static class RunFormats
{
    private static readonly (string Name, RunFormat Format)[] Known =
        [("npy", RunFormat.Npy), ("csv", RunFormat.Csv), ("sonata", RunFormat.Sonata), ("nwb", RunFormat.Nwb)];

    /// <summary>The names of all forms.</summary>
    public static ImmutableArray<string> Names { get; } = [.. Known.Select(k => k.Name)];

    /// <summary>Reads names separated by commas, before anything is run.</summary>
    /// <param name="text">The names: "npy,sonata"; null for NumPy arrays.</param>
    /// <exception cref="SettingException">A form is not known, or cannot be written on this machine.</exception>
    public static ImmutableArray<RunFormat> Parse(string? text)
    {
        if (text is null)
            return [RunFormat.Npy];
        var formats = ImmutableArray.CreateBuilder<RunFormat>();
        foreach (var name in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var at = Array.FindIndex(Known, k => string.Equals(k.Name, name, StringComparison.OrdinalIgnoreCase));
            if (at < 0)
                throw new SettingException($"--format {text}: there is no format '{name}'; {Hint(name)}");
            formats.Add(Known[at].Format);
        }

        if (formats.Count == 0)
            throw new SettingException($"--format: name at least one of {string.Join(", ", Names)}");
        if (formats.Any(f => f is RunFormat.Sonata or RunFormat.Nwb) && SonataSpikeWriter.WhyUnavailable is { } why)
            throw new SettingException($"--format {text}: {why}; or ask for npy or csv");
        return [.. formats.Distinct()];
    }

    /// <summary>Writes a run's spikes and probes; each file appears whole or not at all.</summary>
    /// <param name="folder">The run's folder; made where there is none.</param>
    /// <param name="run">The run.</param>
    /// <param name="provenance">How it was made.</param>
    /// <param name="formats">The forms.</param>
    /// <exception cref="IOException">The place cannot be written to.</exception>
    public static void Write(string folder, RunResult run, RunProvenance provenance, IEnumerable<RunFormat> formats)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(formats);
        Directory.CreateDirectory(folder);
        foreach (var format in formats)
        {
            if (format == RunFormat.Npy)
                RunFolder.Write(folder, run);
            else if (format == RunFormat.Csv)
                RunCsv.Write(folder, run);
            else if (format == RunFormat.Sonata)
                SonataSpikeWriter.Write(Path.Combine(folder, "spikes.h5"), Spikes(run));
            else
                RunNwb.Write(Path.Combine(folder, "run.nwb"), run, provenance);
        }
    }

    internal static IEnumerable<PopulationSpikes> Spikes(RunResult run) =>
        run.Populations.Where(p => p.IsKept)
            .Select(p => new PopulationSpikes(p.Name, p.Size, p.SpikeTimes.ToArray(), p.SpikeCells.ToArray()));

    private static string Hint(string name) =>
        NearestName.Hint(name, Names) ?? "there are " + string.Join(", ", Names);
}
