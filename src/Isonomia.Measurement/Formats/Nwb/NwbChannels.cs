using Isonomia.Measurement.Formats.Hdf5;
using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Formats.Nwb;

/// <summary>The columns of series as channels, named by the table of electrodes where it names them.</summary>
internal static class NwbChannels
{
    private static readonly string[] Names = ["label", "channel_name", "name"];

    public static IReadOnlyList<NwbColumn> Of(Hdf5Node root, IReadOnlyList<NwbStored> series, List<string> warnings)
    {
        var labels = series.Any(s => s.IsElectrical) ? Labels(root) : [];
        var named = new List<(NwbStored Series, int Column, string Name)>();
        foreach (var one in series)
        {
            for (var c = 0; c < one.Columns; c++)
            {
                var label = c < one.Electrodes.Count && one.Electrodes[c] is var row && row >= 0 && row < labels.Count
                    ? labels[row]
                    : null;
                named.Add((one, c, label ?? (one.Columns == 1 ? one.Name : one.IsElectrical ? $"ch{c + 1}" : $"{one.Name}[{c}]")));
            }
        }

        var distinct = ChannelNames.Distinct([.. named.Select(n => n.Name)]);
        if (series.Any(s => s.IsElectrical && s.Electrodes.Count == 0))
            warnings.Add("the electrodes of the series are not named; channels were numbered");
        // Contacts in the brain are called A1 too: only where all are electrodes of the scalp is one.
        var isScalp = named.TrueForAll(n => StandardMontage.TryFind(n.Name, out _));
        return [.. named.Zip(distinct, (n, name) => new NwbColumn(
            new Channel(name, TypeOf(n.Series, name, isScalp), n.Series.Unit, n.Series.Rate, n.Series.Samples), n.Series, n.Column))];
    }

    // The schema does not say what electrodes lie on; names do, sometimes.
    private static ChannelType TypeOf(NwbStored series, string name, bool isScalp)
    {
        if (!series.IsElectrical)
        {
            return series.Name.Contains("lfp", StringComparison.OrdinalIgnoreCase) ? ChannelType.Lfp : ChannelType.Other;
        }

        bool Says(string word) => series.Path.Contains(word, StringComparison.OrdinalIgnoreCase)
            || name.StartsWith(word, StringComparison.OrdinalIgnoreCase);
        return Says("ecog") ? ChannelType.Ecog
            : Says("seeg") || Says("ieeg") ? ChannelType.Seeg
            : Says("eeg") || isScalp ? ChannelType.Eeg
            : ChannelType.Lfp;
    }

    private static IReadOnlyList<string> Labels(Hdf5Node root)
    {
        var node = root;
        var opened = new Stack<Hdf5Node>();
        try
        {
            foreach (var step in (ReadOnlySpan<string>)["general", "extracellular_ephys", "electrodes"])
            {
                if (!node.IsGroup || !node.Children().Contains(step))
                    return [];
                opened.Push(node = node.Open(step));
            }

            var columns = node.IsGroup ? node.Children() : [];
            foreach (var name in Names.Where(columns.Contains))
            {
                using var column = node.Open(name);
                if (column.IsDataset && column.Data() is { IsText: true } data && data.Texts() is { Count: > 0 } texts)
                    return texts;
            }

            return [];
        }
        finally
        {
            while (opened.TryPop(out var one))
                one.Dispose();
        }
    }
}
