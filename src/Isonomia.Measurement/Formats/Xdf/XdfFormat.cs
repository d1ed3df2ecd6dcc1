using Isonomia.Measurement.Formats.Bytes;
using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Formats.Xdf;

/// <summary>
/// Extensible Data Format, as the Lab Streaming Layer records it (XDF 1.0, github.com/sccn/xdf): streams of samples with
/// time stamps, each with its own clock. One regularly sampled stream of numbers is the recording, the one named by
/// <see cref="ReadingOptions.Variable"/>, or of type EEG, or the largest; streams of texts, and of single numbers at no
/// regular rate, become events.
/// </summary>
public sealed class XdfFormat : IRecordingFormat
{
    /// <inheritdoc/>
    public string Name => "XDF";

    /// <inheritdoc/>
    public bool Recognises(FileHead head)
    {
        ArgumentNullException.ThrowIfNull(head);
        return head.StartsWith("XDF:");
    }

    /// <inheritdoc/>
    public Recording Open(string path, ReadingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var file = new FileBytes(path);
        try
        {
            var warnings = new List<string>();
            var streams = XdfStreams.Read(file, warnings);
            var chosen = Choose(path, [.. streams.Where(s => s.IsSignal && s.Samples > 0)], options.Variable, warnings);
            chosen.CompareWithFooter(warnings);
            return new Recording(Describe(path, chosen, streams, options, warnings), new XdfSource(file, chosen, Gains(chosen)));
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    private static XdfStream Choose(string path, XdfStream[] signals, string? name, List<string> warnings)
    {
        if (signals.Length == 0)
            throw new BadInputException(path, "no stream of the file holds numbers sampled at a regular rate; there is no signal");
        var list = string.Join(", ", signals.Select(s => $"'{s.Header.Name}' ({s.Header.Type}, {s.Header.Channels.Count} channels)"));
        if (name is not null)
        {
            return signals.FirstOrDefault(s => s.Header.Name == name)
                ?? throw new BadInputException(path, $"there is no signal stream '{name}'; there are {list}");
        }

        var chosen = signals.OrderByDescending(s => s.Header.Type.Equals("EEG", StringComparison.OrdinalIgnoreCase))
            .ThenByDescending(s => s.Samples * s.Header.Channels.Count).First();
        if (signals.Length > 1)
            warnings.Add($"of the streams {list}, '{chosen.Header.Name}' was read; --variable NAME chooses another");
        return chosen;
    }

    private static RecordingHeader Describe(
        string path, XdfStream stream, IReadOnlyList<XdfStream> all, ReadingOptions options, List<string> warnings)
    {
        if (stream.Samples > int.MaxValue)
            throw new BadInputException(path, $"{stream.Samples} samples a channel are more than can be handled; split the file");
        var timeline = new XdfTimeline(stream, warnings);
        var rate = stream.Header.Rate;
        var isEeg = stream.Header.Type.Equals("EEG", StringComparison.OrdinalIgnoreCase);
        var names = ChannelNames.Distinct([.. stream.Header.Channels.Select(c => c.Label)]);
        var channels = stream.Header.Channels.Zip(names, (channel, name) =>
        {
            var stated = channel.Unit.Length == 0 ? UnitNames.Normalise(options.Unit ?? "") : channel.Unit;
            var unit = UnitNames.IsVoltage(stated) ? "uV" : stated;
            var type = ChannelNames.TypeOf($"{channel.Type} {channel.Label}".Trim(), unit);
            if (type == ChannelType.Other)
                type = ChannelNames.TypeOf(channel.Label, unit, isEeg && channel.Type.Length == 0 ? ChannelType.Eeg : ChannelType.Other);
            return new Channel(name, type, unit, rate, stream.Samples);
        }).ToArray();
        var events = all.Where(s => s.IsMarker).SelectMany(s => s.Markers.Select(m => timeline.Event(m.Time + s.OffsetAt(m.Time), m.Text)));
        var last = timeline.Stretches[^1];
        return new RecordingHeader(path, "XDF", channels)
        {
            Stretches = timeline.Stretches.Count > 1 ? timeline.Stretches : [],
            Events = EventLimits.Within([.. events.OrderBy(e => e.Onset)], last.Onset + last.Duration, warnings),
            Warnings = warnings,
        };
    }

    private static double[] Gains(XdfStream stream) => [.. stream.Header.Channels.Select(c => c.Unit switch
    {
        "V" => 1e6,
        "mV" => 1e3,
        "nV" => 1e-3,
        _ => 1,
    })];
}
