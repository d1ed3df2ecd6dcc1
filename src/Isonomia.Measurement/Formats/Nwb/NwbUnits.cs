using Isonomia.Measurement.Formats.Hdf5;
using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Formats.Nwb;

/// <summary>The spike trains of <c>/units</c>: all times in a row, and where those of each unit end.</summary>
internal static class NwbUnits
{
    public static IReadOnlyList<SpikeTrain> Read(Hdf5Node root, List<string> warnings)
    {
        if (!root.Children().Contains("units"))
            return [];
        using var units = root.Open("units");
        var columns = units.IsGroup ? units.Children() : [];
        if (!columns.Contains("spike_times") || !columns.Contains("spike_times_index"))
            return [];
        using var timesNode = units.Open("spike_times");
        using var endsNode = units.Open("spike_times_index");
        var path = timesNode.Data().Path;
        var (times, ends) = (timesNode.Data().Numbers().ToArray(), endsNode.Data().Numbers().ToArray());
        if (times.Any(t => !double.IsFinite(t)))
            throw new BadInputException(path, "/units/spike_times holds times that are not numbers");
        var names = Names(units, columns, ends.Length);
        var populations = columns.Contains("population") ? Texts(units, "population") : [];
        var (trains, first) = (new List<SpikeTrain>(ends.Length), 0);
        for (var u = 0; u < ends.Length; u++)
        {
            if (!(ends[u] >= first && ends[u] <= times.Length && ends[u] == Math.Floor(ends[u])))
                throw new BadInputException(path, $"/units/spike_times_index does not divide the {times.Length} times among the units");
            var own = times[first..(int)ends[u]];
            Array.Sort(own);
            trains.Add(populations.Count == ends.Length
                ? new SpikeTrain(names[u], own) { Population = populations[u] }
                : new SpikeTrain(names[u], own));
            first = (int)ends[u];
        }

        if (first < times.Length)
            warnings.Add($"{times.Length - first} spike times belong to no unit and were left out");
        if (trains.Any(t => t.Times.Length > 0 && t.Times[0] < 0))
        {
            warnings.Add("spikes before time zero were left out");
            trains = [.. trains.Select(t => t with { Times = [.. t.Times.Where(x => x >= 0)] })];
        }

        return trains.Any(t => t.Times.Length > 0) ? trains : [];
    }

    private static IReadOnlyList<string> Names(Hdf5Node units, IReadOnlyList<string> columns, int count)
    {
        if (columns.Contains("cell") && columns.Contains("population") && Numbers(units, "cell") is { } cells && cells.Length == count)
            return [.. Texts(units, "population") is { } of && of.Count == count ? cells.Select((c, i) => $"{of[i]}[{c}]") : cells.Select(c => $"{c}")];
        return columns.Contains("id") && Numbers(units, "id") is { } ids && ids.Length == count
            ? ChannelNames.Distinct([.. ids.Select(i => $"{i}")])
            : [.. Enumerable.Range(0, count).Select(i => $"{i}")];
    }

    private static double[]? Numbers(Hdf5Node units, string name)
    {
        using var node = units.Open(name);
        return node.IsDataset && node.Data() is { Number: not null } data ? data.Numbers().ToArray() : null;
    }

    private static IReadOnlyList<string> Texts(Hdf5Node units, string name)
    {
        using var node = units.Open(name);
        return node.IsDataset ? node.Data().Texts() : [];
    }
}
