using System.Globalization;
using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Formats.Spikes;

/// <summary>Spikes gathered into trains.</summary>
internal static class SpikeTrains
{
    /// <summary>
    /// The trains, each in ascending order; units in the order of their numbers where all are numbers, else as they
    /// first appear.
    /// </summary>
    public static IReadOnlyList<SpikeTrain> Of(IReadOnlyDictionary<string, List<double>> timesOfUnits)
    {
        var trains = timesOfUnits.Select(u => new SpikeTrain(u.Key, [.. u.Value.Order()])).ToList();
        return trains.TrueForAll(t => long.TryParse(t.Unit, NumberStyles.AllowLeadingSign, null, out _))
            ? [.. trains.OrderBy(t => long.Parse(t.Unit))]
            : trains;
    }

    /// <summary>A recording of spikes alone.</summary>
    /// <param name="path">The file.</param>
    /// <param name="format">The name of its format.</param>
    /// <param name="trains">The trains.</param>
    /// <param name="duration">How long the recording lasted, if the file says.</param>
    /// <param name="warnings">What was odd.</param>
    /// <exception cref="BadInputException">There are no spikes, or they fall outside the recording.</exception>
    public static Recording Recording(
        string path, string format, IReadOnlyList<SpikeTrain> trains, double? duration, List<string> warnings)
    {
        if (trains.All(t => t.Times.Length == 0))
            throw new BadInputException(path, "there are no spikes");
        var last = trains.Max(t => t.Times.Length == 0 ? 0 : t.Times[^1]);
        if (duration < last)
        {
            warnings.Add($"the last spike, at {last} s, is after the end of the recording as stated, {duration} s; "
                + "the recording "
                + "was taken to end with it");
            duration = null;
        }

        return new Recording(
            new RecordingHeader(path, format, [])
            {
                Spikes = trains,
                SpikeDuration = duration ?? last,
                Warnings = warnings,
            },
            new MemorySource([]));
    }
}
