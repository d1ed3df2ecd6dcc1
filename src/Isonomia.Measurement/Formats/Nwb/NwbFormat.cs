using Isonomia.Measurement.Formats.Hdf5;
using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Formats.Nwb;

/// <summary>
/// Neurodata Without Borders 2 (Ruebel et al. 2022, doi:10.7554/eLife.78362): one <c>ElectricalSeries</c>, the one named by
/// <see cref="ReadingOptions.Variable"/> or the largest, whose electrodes are channels; or else all series of patch clamp and
/// other variables that share a sampling rate, each sweep a channel; and the spike trains of <c>/units</c>.
/// </summary>
public sealed class NwbFormat : IRecordingFormat
{
    /// <inheritdoc/>
    public string Name => "NWB";

    /// <inheritdoc/>
    public bool Recognises(FileHead head)
    {
        ArgumentNullException.ThrowIfNull(head);
        // Where the library is not installed, the format for HDF5 of other kinds says so.
        if (!Hdf5File.Recognises(head) || Hdf5Library.WhyAbsent is not null)
            return false;
        try
        {
            using var file = new Hdf5File(head.Path);
            using var root = file.Root;
            return root.Text("nwb_version") is not null;
        }
        catch (BadInputException)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public Recording Open(string path, ReadingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var file = new Hdf5File(path);
        try
        {
            return Read(file, options);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    private static Recording Read(Hdf5File file, ReadingOptions options)
    {
        var warnings = new List<string>();
        using var root = file.Root;
        if (root.Text("nwb_version") is { } version && !version.TrimStart('v').StartsWith('2'))
            throw new BadInputException(file.Path, $"this is NWB {version}; version 2 is read");
        var spikes = NwbUnits.Read(root, warnings);
        var all = NwbContents.Find(root, warnings);
        var chosen = Choose(file.Path, all, options.Variable, warnings);
        if (chosen.Length == 0 && spikes.Count == 0)
            throw new BadInputException(file.Path, "there is neither an electrical series, nor a patch clamp series, nor a unit with spikes");
        var channels = NwbChannels.Of(root, chosen, warnings);
        var header = new RecordingHeader(file.Path, "NWB", [.. channels.Select(c => c.Channel)])
        {
            Spikes = spikes,
            SpikeDuration = spikes.Count == 0 ? null : Math.Max(spikes.Max(s => s.Times.Length > 0 ? s.Times[^1] : 0),
                chosen.Select(c => c.Stretches[^1].Onset + c.Stretches[^1].Duration).DefaultIfEmpty(0).Max()),
            Stretches = chosen.Length == 1 && chosen[0].Stretches.Count > 1 ? chosen[0].Stretches : [],
            IsSimulated = chosen.Length > 0 && chosen.All(c => c.IsSimulated),
            Warnings = warnings,
        };
        return new Recording(header, new NwbSource(file, channels));
    }

    private static NwbStored[] Choose(string path, List<NwbStored> all, string? name, List<string> warnings)
    {
        if (name is not null)
        {
            return all.Where(s => s.Name == name || s.Path == name.Trim('/')).Take(1).ToArray() is [var named] ? [named]
                : throw new BadInputException(path, $"there is no series '{name}'; there are "
                    + string.Join(", ", all.Take(40).Select(s => s.Path)));
        }

        if (all.Where(s => s.IsElectrical).MaxBy(s => s.Samples * s.Columns) is { } largest)
        {
            if (all.Count > 1)
            {
                warnings.Add($"of {all.Count} series '{largest.Path}' was read; --variable NAME chooses another: "
                    + string.Join(", ", all.Where(s => s != largest).Take(20).Select(s => s.Path)));
            }

            return [largest];
        }

        // Sweeps begin at their own times; side by side, each from its start, they can be compared.
        var alike = all.Where(s => s.Stretches.Count == 1).GroupBy(s => Math.Round(s.Rate, 6)).OrderByDescending(g => g.Count())
            .ThenByDescending(g => g.Key).FirstOrDefault()?.ToArray() ?? [];
        if (alike.Length > 1)
            warnings.Add($"{alike.Length} series were read as channels, each from its own start");
        if (alike.Length < all.Count)
            warnings.Add($"{all.Count - alike.Length} series of other sampling rates were left out; --variable NAME reads one");
        return alike;
    }
}
