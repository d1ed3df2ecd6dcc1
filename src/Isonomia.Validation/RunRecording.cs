using Isonomia.Measurement.Formats.Runs;
using Isonomia.Measurement.Recordings;
using Isonomia.Simulation.Results;

namespace Isonomia.Validation;

/// <summary>
/// A finished run as a recording in memory, as it would be read from the folder that <c>simulate --out</c> leaves: the
/// spikes of each population as those of its units, each recorded cell or sum as a channel ("E.v[3]", "E.lfp").
/// </summary>
public static class RunRecording
{
    /// <summary>The recording of a run, or of some of its populations.</summary>
    /// <param name="run">The run.</param>
    /// <param name="populations">The populations whose spikes are taken; null for all.</param>
    public static Recording Of(RunResult run, IReadOnlyCollection<string>? populations = null)
    {
        ArgumentNullException.ThrowIfNull(run);
        List<Channel> channels = [];
        List<double[]> samples = [];
        foreach (var probe in run.Probes.Where(static p => p.Times.Length > 1))
        {
            var (unit, gain) = ProbeUnit.Of(probe.Dimension.ToString());
            var isLfp = probe.Variable.StartsWith("lfp", StringComparison.OrdinalIgnoreCase);
            for (var column = 0; column < probe.Cells.Length; column++)
            {
                channels.Add(new Channel(
                    ChannelName(run, probe, column), isLfp ? ChannelType.Lfp : ChannelType.Other, unit,
                    Rate(probe.Times), probe.Times.Length));
                samples.Add(Array.ConvertAll(probe.Trace(column), v => v * gain));
            }
        }

        return new Recording(
            new RecordingHeader($"<{run.Model}>", "simulation run", channels)
            {
                Spikes =
                [
                    .. run.Populations.Where(p => populations is null || populations.Contains(p.Name))
                        .SelectMany(Trains),
                ],
                SpikeDuration = run.Duration,
                IsSimulated = true,
            },
            new MemorySource(samples));
    }

    /// <summary>The name of the channel that holds one column of what was recorded.</summary>
    /// <param name="run">The run.</param>
    /// <param name="probe">What was recorded.</param>
    /// <param name="column">The column.</param>
    public static string ChannelName(RunResult run, ProbeResult probe, int column)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(probe);
        var name = $"{probe.Population}.{probe.Variable}";
        var isOne = probe.IsSum || (run.Populations.First(p => p.Name == probe.Population).Size == 1);
        return isOne ? name : $"{name}[{probe.Cells[column]}]";
    }

    private static IEnumerable<SpikeTrain> Trains(PopulationResult population) => population.Trains()
        .Select((times, cell) => new SpikeTrain($"{cell}", times) { Population = population.Name });

    // The rate of the whole; a whole number of hertz where rounding alone made it another.
    private static double Rate(double[] times)
    {
        var rate = (times.Length - 1) / (times[^1] - times[0]);
        return rate > 1 && Math.Abs(rate - Math.Round(rate)) < 1e-6 * rate ? Math.Round(rate) : rate;
    }
}
