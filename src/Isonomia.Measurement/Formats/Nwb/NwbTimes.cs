using Isonomia.Measurement.Formats.Hdf5;
using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Formats.Nwb;

/// <summary>When the samples of a series were taken: at a rate, or at times that are written down one by one.</summary>
internal static class NwbTimes
{
    // Stamps of a regular clock scatter less than this share of a step; a longer step than this is a gap.
    private const double Scatter = 0.1;
    private const double Gap = 1.5;
    private const int MostStretches = 100_000;

    /// <summary>The sampling rate and the uninterrupted parts; no rate, with a warning, where there is none.</summary>
    public static (double? Rate, IReadOnlyList<Stretch> Stretches) Of(
        Hdf5Node group, IReadOnlyList<string> members, string path, long samples, List<string> warnings)
    {
        if (members.Contains("starting_time"))
        {
            using var start = group.Open("starting_time");
            if (start.Real("rate") is { } rate && double.IsFinite(rate) && rate > 0)
                return (rate, [new Stretch(0, samples / rate)]);
        }

        if (members.Contains("timestamps"))
        {
            using var node = group.Open("timestamps");
            if (node.IsDataset && node.Data() is { Number: not null } data && data.Count == samples && samples > 2)
                return Of(data.Numbers().ToArray(), path, warnings);
        }

        warnings.Add($"{path} was left out: it has neither a sampling rate nor a time for each sample");
        return (null, []);
    }

    private static (double? Rate, IReadOnlyList<Stretch> Stretches) Of(double[] times, string path, List<string> warnings)
    {
        var steps = new double[times.Length - 1];
        for (var i = 0; i < steps.Length; i++)
            steps[i] = times[i + 1] - times[i];
        var step = Numerics.Statistics.Descriptive.Median(steps);
        if (!(step > 0) || steps.Any(s => !(Math.Abs(s - step) <= Scatter * step) && !(s > Gap * step)))
        {
            warnings.Add($"{path} was left out: its samples were not taken at regular times");
            return (null, []);
        }

        var (stretches, first) = (new List<Stretch>(), 0);
        for (var i = 1; i <= times.Length; i++)
        {
            if (i < times.Length && steps[i - 1] <= Gap * step)
                continue;
            stretches.Add(new Stretch(times[first] - times[0], (i - first) * step));
            first = i;
            if (stretches.Count > MostStretches)
            {
                warnings.Add($"{path} was left out: it has more than {MostStretches} gaps");
                return (null, []);
            }
        }

        return (1 / step, stretches);
    }
}
