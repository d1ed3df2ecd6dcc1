using Isonomia.Measurement.Formats.Hdf5;
using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Formats.Spikes;

/// <summary>
/// Spike trains in HDF5, as the retinal wave repository keeps them (Eglen et al. 2014, doi:10.1186/2047-217X-3-3):
/// <c>/spikes</c> the times of all units one after another, in seconds; <c>/sCount</c> how many each unit has;
/// optionally <c>/names</c> of the units and <c>/summary/duration</c>.
/// </summary>
public sealed class Hdf5SpikeFormat : IRecordingFormat
{
    /// <inheritdoc/>
    public string Name => "spike times HDF5";

    /// <inheritdoc/>
    public bool Recognises(FileHead head) => Hdf5File.Recognises(head);

    /// <inheritdoc/>
    public Recording Open(string path, ReadingOptions options)
    {
        using var file = new Hdf5File(path);
        using var root = file.Root;
        var holdings = root.Children();
        if (!holdings.Contains("spikes") || !holdings.Contains("sCount"))
        {
            throw new BadInputException(path,
                "this HDF5 file is of no layout that is known here (spike trains as /spikes and "
                + $"/sCount; NWB 2; MATLAB 7.3); it holds {string.Join(", ", holdings.Take(20))}");
        }

        var times = Numbers(path, root, "spikes");
        var counts = Numbers(path, root, "sCount");
        var sum = 0L;
        foreach (var count in counts)
        {
            if (!(count >= 0 && count <= times.Length - sum && count == Math.Floor(count)))
                throw new BadInputException(path,
                    $"/sCount does not divide the {times.Length} times in /spikes among the units");
            sum += (long)count;
        }

        if (sum != times.Length)
            throw new BadInputException(path, $"/sCount tells of {sum} spikes, but /spikes holds {times.Length}");
        if (times.Any(t => !double.IsFinite(t) || t < 0))
            throw new BadInputException(path, "/spikes holds times that are negative or not numbers");

        var names = Names(root, holdings, counts.Length);
        var (trains, first) = (new List<SpikeTrain>(counts.Length), 0);
        for (var u = 0; u < counts.Length; u++)
        {
            var own = times[first..(first + (int)counts[u])];
            Array.Sort(own);
            trains.Add(new SpikeTrain(names[u], own));
            first += (int)counts[u];
        }

        return SpikeTrains.Recording(path, "spike times HDF5", trains, Duration(path, root, holdings), []);
    }

    private static double[] Numbers(string path, Hdf5Node group, string name)
    {
        using var node = group.Open(name);
        return node.IsDataset
            ? node.Data().Numbers().ToArray()
            : throw new BadInputException(path, $"/{name} is not a data set");
    }

    private static IReadOnlyList<string> Names(Hdf5Node root, IReadOnlyList<string> holdings, int units)
    {
        if (holdings.Contains("names"))
        {
            using var node = root.Open("names");
            if (node.IsDataset && node.Data().Texts() is { } names && names.Count == units)
                return ChannelNames.Distinct(names);
        }

        return [.. Enumerable.Range(1, units).Select(i => $"{i}")];
    }

    private static double? Duration(string path, Hdf5Node root, IReadOnlyList<string> holdings)
    {
        if (!holdings.Contains("summary"))
            return null;
        using var summary = root.Open("summary");
        return summary.IsGroup && summary.Children().Contains("duration")
            && Numbers(path, summary, "duration") is [> 0 and var duration]
            ? duration
            : null;
    }
}
