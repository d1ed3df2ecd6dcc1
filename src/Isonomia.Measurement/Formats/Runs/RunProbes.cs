using Isonomia.Measurement.Formats.Arrays;
using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Formats.Runs;

/// <summary>
/// Recorded variables of a run: <c>probes/NAME.VARIABLE.npy</c> (samples x cells, SI base units); of which cells,
/// <c>NAME.VARIABLE.cells.npy</c>, where not of all; and when, <c>NAME.VARIABLE.times.npy</c> where a variable has
/// times of its own, else <c>NAME.times.npy</c>.
/// </summary>
internal sealed class RunProbes
{
    /// <summary>The clock's rounding, as a share of the interval between samples.</summary>
    private const double Jitter = 1e-3;

    private readonly List<Channel> channels = [];
    private readonly List<(ISampleSource, int)> columns = [];
    private readonly List<string> warnings = [];

    private RunProbes()
    {
    }

    /// <summary>A channel for each recorded cell or sum.</summary>
    public IReadOnlyList<Channel> Channels => channels;

    /// <summary>Their samples.</summary>
    public ISampleSource Source => new ProbeSource(columns);

    /// <summary>What was left out.</summary>
    public IReadOnlyList<string> Warnings => warnings;

    /// <summary>Opens what the run recorded.</summary>
    /// <param name="folder">The run's folder.</param>
    /// <param name="manifest">What it holds.</param>
    /// <param name="files">The files that are read are added to these.</param>
    /// <exception cref="BadInputException">A file is missing, not whole, or disagrees with another.</exception>
    public static RunProbes Open(string folder, RunManifest manifest, List<string> files)
    {
        var probes = new RunProbes();
        try
        {
            foreach (var probe in manifest.Probes)
                probes.Add(Path.Combine(folder, "probes"), probe, manifest, files);
            return probes;
        }
        catch
        {
            probes.Source.Dispose();
            throw;
        }
    }

    private void Add(string folder, RunProbe probe, RunManifest manifest, List<string> files)
    {
        var path = Path.Combine(folder, probe.Stem + ".npy");
        var ownTimes = Path.Combine(folder, probe.Stem + ".times.npy");
        var timesPath = File.Exists(ownTimes) ? ownTimes : Path.Combine(folder, probe.Population + ".times.npy");
        var file = RunArray.Open(path);
        try
        {
            var array = file.Numbers("");
            var (samples, width) = RunArray.Shape(path, array);
            if (probe.Cells is { } told && told != width)
                throw new BadInputException(path, $"it has {width} columns, but run.json tells of {told} cells");
            var times = RunArray.Read(timesPath);
            if (times.Length != samples)
            {
                throw new BadInputException(
                    path, $"it has {samples} samples, but {timesPath} has {times.Length} times");
            }

            files.Add(path);
            files.Add(timesPath);
            if (samples < 2 || width == 0)
            {
                warnings.Add($"{probe.Stem} has {samples} samples of {width} cells and was left out");
                file.Dispose();
                return;
            }

            var cells = probe.IsSum ? new int[width] : Cells(folder, probe, width, files);
            Add(probe, manifest, samples, cells, Rate(timesPath, times), array, file);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    private static int[] Cells(string folder, RunProbe probe, int width, List<string> files)
    {
        var path = Path.Combine(folder, probe.Stem + ".cells.npy");
        if (!File.Exists(path))
            return [.. Enumerable.Range(0, width)];
        var cells = RunArray.Read(path);
        if (cells.Length != width)
        {
            throw new BadInputException(
                path, $"it names {cells.Length} cells, but {probe.Stem}.npy has {width} columns");
        }

        files.Add(path);
        return Array.ConvertAll(cells, c => (int)c);
    }

    private void Add(RunProbe probe, RunManifest manifest, long samples, int[] cells, double rate, NumberArray array,
        IDisposable file)
    {
        var size = manifest.Populations.FirstOrDefault(p => p.Name == probe.Population)?.Size ?? 0;
        var (unit, gain) = ProbeUnit.Of(probe.Unit);
        var source = new ArraySource(
            array.Numbers, cells.Length, samples, multiplexed: true, file, [.. Enumerable.Repeat(gain, cells.Length)]);
        var type = probe.Variable.StartsWith("lfp", StringComparison.OrdinalIgnoreCase)
            ? ChannelType.Lfp
            : ChannelType.Other;
        for (var column = 0; column < cells.Length; column++)
        {
            channels.Add(new Channel(probe.ChannelName(cells[column], size), type, unit, rate, samples));
            columns.Add((source, column));
        }
    }

    // Times are multiples of a step as rounded; the rate is that of the whole, not of one interval.
    private static double Rate(string path, double[] times)
    {
        var interval = (times[^1] - times[0]) / (times.Length - 1);
        if (!(interval > 0 && double.IsFinite(interval)))
            throw new BadInputException(path, "times that rise were expected");
        for (var i = 0; i < times.Length; i++)
        {
            if (!(Math.Abs(times[i] - times[0] - (i * interval)) <= Jitter * interval))
            {
                throw new BadInputException(path, $"times at equal intervals were expected; sample {i} is at {times[i]}"
                    + $" s instead of {times[0] + (i * interval)} s");
            }
        }

        // 1 / 0.0001 comes out as 10000.000000000002; a whole number of hertz is meant.
        var rate = 1 / interval;
        return Math.Abs(rate - Math.Round(rate)) < 1e-6 * rate && rate > 1 ? Math.Round(rate) : rate;
    }
}
