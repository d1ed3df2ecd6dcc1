using Isonomia.Measurement.Formats.Arrays;
using Isonomia.Measurement.Formats.Hdf5;
using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Formats.Nwb;

/// <summary>Finds the series of numbers over time in an NWB file.</summary>
internal static class NwbContents
{
    private const int Deepest = 5;
    private const int MostSeries = 5000;
    private const int MostColumns = 100_000;
    private static readonly string[] Places = ["acquisition", "stimulus", "processing"];

    private static readonly string[] Kinds =
    [
        "ElectricalSeries", "CurrentClampSeries", "VoltageClampSeries", "IZeroClampSeries", "CurrentClampStimulusSeries",
        "VoltageClampStimulusSeries", "PatchClampSeries", "TimeSeries",
    ];

    public static List<NwbStored> Find(Hdf5Node root, List<string> warnings)
    {
        var found = new List<NwbStored>();
        var there = root.Children();
        foreach (var place in Places.Where(there.Contains))
        {
            using var group = root.Open(place);
            if (group.IsGroup)
                Walk(group, place, 1, found, warnings);
        }

        return found;
    }

    private static void Walk(Hdf5Node group, string path, int depth, List<NwbStored> found, List<string> warnings)
    {
        foreach (var name in group.Children())
        {
            using var node = group.Open(name);
            if (!node.IsGroup || found.Count >= MostSeries)
                continue;
            var own = $"{path}/{name}";
            if (node.Text("neurodata_type") is { } kind && Kinds.Contains(kind))
            {
                if (Series(node, own, kind, warnings) is { } series)
                    found.Add(series);
            }
            else if (depth < Deepest)
            {
                Walk(node, own, depth + 1, found, warnings);
            }
        }
    }

    private static NwbStored? Series(Hdf5Node group, string path, string kind, List<string> warnings)
    {
        var members = group.Children();
        if (!members.Contains("data"))
            return null;
        // Kept open for as long as samples are read; the file closes it.
        var node = group.Open("data");
        if (!node.IsDataset || node.Data() is not { Number: not null, Shape.Count: 1 or 2, Count: > 0 } data)
        {
            node.Dispose();
            return null;
        }

        var (samples, columns) = (data.Shape[0], data.Shape.Count == 2 ? data.Shape[1] : 1);
        if (samples > int.MaxValue || columns > MostColumns)
            throw new BadInputException(data.Path, $"{path} has {samples} samples of {columns} values, more than can be handled");
        var (rate, stretches) = NwbTimes.Of(group, members, path, samples, warnings);
        if (rate is null)
        {
            node.Dispose();
            return null;
        }

        var unit = UnitNames.Normalise(node.Text("unit") ?? "");
        var toMicro = unit == "V" && kind == "ElectricalSeries" ? 1e6 : unit == "V" ? 1e3 : unit is "amperes" or "ampere" or "A" ? 1e12 : 1;
        var conversion = (node.Real("conversion") ?? 1) * toMicro;
        var gains = Enumerable.Repeat(conversion, (int)columns).ToArray();
        if (members.Contains("channel_conversion") && Small(group, "channel_conversion") is { } own && own.Length == columns)
            gains = [.. own.Select(g => g * conversion)];
        return new NwbStored(path, kind, UnitOf(unit, kind), rate.Value, samples, (int)columns, data.Numbers(), gains,
            (node.Real("offset") ?? 0) * toMicro, stretches)
        {
            Electrodes = members.Contains("electrodes") && Small(group, "electrodes") is { } rows && rows.Length == columns
                ? [.. rows.Select(r => (int)r)]
                : [],
            IsSimulated = group.Text("comments") == "simulated",
        };
    }

    // Potentials of electrodes are given in microvolts, of cells in millivolts, currents in picoamperes, as is usual.
    private static string UnitOf(string unit, string kind) => unit switch
    {
        "V" => kind == "ElectricalSeries" ? "uV" : "mV",
        "amperes" or "ampere" or "A" => "pA",
        _ => unit,
    };

    private static double[]? Small(Hdf5Node group, string name)
    {
        using var node = group.Open(name);
        return node.IsDataset && node.Data() is { Number: not null, Count: <= MostColumns } data ? data.Numbers().ToArray() : null;
    }
}
