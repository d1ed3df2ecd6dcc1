using System.Text.Json;
using Isonomia.Measurement.Formats;
using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Bids;

/// <summary>A recording's file together with what the tables and sidecars of its data set say of it.</summary>
internal static class BidsRecording
{
    /// <summary>Opens it.</summary>
    /// <exception cref="BadInputException">The recording or a file that describes it cannot be read.</exception>
    public static Recording Open(BidsFile file, BidsSidecars sidecars)
    {
        if (file.WhyUnread is { } why)
            throw new BadInputException(file.Path, why);
        var recording = RecordingFile.Open(file.Path);
        try
        {
            return recording.Described(Described(recording, file, sidecars));
        }
        catch
        {
            recording.Dispose();
            throw;
        }
    }

    private static RecordingHeader Described(Recording recording, BidsFile file, BidsSidecars sidecars)
    {
        var header = recording.Header;
        var warnings = new List<string>(header.Warnings);
        var files = new List<string>(header.Files.Count > 0 ? header.Files : [header.Path]);
        var (channels, events) = (header.Channels, header.Events);
        if (sidecars.Table(file, "channels") is { } channelTable)
        {
            channels = BidsChannels.Apply(channels, channelTable, warnings);
            files.Add(channelTable.Path);
        }
        else if (file.Datatype == "ieeg")
        {
            // Contacts have names of their surgeon's, so that without a table only the folder tells what they record.
            channels = [.. channels.Select(c => c.Type == ChannelType.Eeg ? c with { Type = ChannelType.Seeg } : c)];
            warnings.Add("there is no channels.tsv; contacts were taken for depth electrodes");
        }

        if (file.Datatype == "eeg" && Electrodes(file, sidecars) is ({ } places, var system))
        {
            channels = BidsElectrodes.Apply(channels, places, system is null ? null : BidsSidecars.Read(system), warnings);
            files.Add(places.Path);
            if (system is not null)
                files.Add(system);
        }

        if (sidecars.Table(file, "events") is { } eventTable)
        {
            // Times that the file itself marks as bad stay marked.
            events = [.. BidsEvents.Read(eventTable, warnings), .. header.Events.Where(IsBad)];
            events = EventLimits.Within([.. events.OrderBy(e => e.Onset)], recording.Duration, warnings);
            files.Add(eventTable.Path);
        }

        var described = sidecars.Applying(file, file.Datatype, ".json");
        files.AddRange(described);
        CompareRate(channels, BidsSidecars.Merged(described), warnings);
        return header with { Channels = channels, Events = events, Files = files, Warnings = warnings };
    }

    // Places may be given in several spaces, each with a coordsystem.json of its own: the first that has one.
    private static (BidsTable Table, string? System)? Electrodes(BidsFile file, BidsSidecars sidecars)
    {
        var tables = sidecars.Applying(file, "electrodes", ".tsv", "space");
        var systems = sidecars.Applying(file, "coordsystem", ".json", "space");
        foreach (var table in tables.Reverse())
        {
            if (systems.LastOrDefault(s => SpaceOf(s) == SpaceOf(table)) is { } system)
                return (BidsTable.Read(table), system);
        }

        return tables is [.., var last] ? (BidsTable.Read(last), null) : null;

        static string? SpaceOf(string path) => BidsName.TryParse(Path.GetFileName(path), out var name) ? name["space"] : null;
    }

    private static bool IsBad(RecordingEvent one) => one.Description.StartsWith("BAD", StringComparison.OrdinalIgnoreCase);

    private static void CompareRate(
        IReadOnlyList<Channel> channels, IReadOnlyDictionary<string, JsonElement> said, List<string> warnings)
    {
        if (!said.TryGetValue("SamplingFrequency", out var value) || value.ValueKind != JsonValueKind.Number
            || channels.Count == 0)
        {
            return;
        }

        var (stated, found) = (value.GetDouble(), channels.Max(c => c.SamplingRate));
        if (Math.Abs(stated - found) > 1e-3 * Math.Abs(stated))
            warnings.Add($"the sidecar gives a SamplingFrequency of {stated} Hz, the recording {found} Hz; the recording counts");
    }
}
