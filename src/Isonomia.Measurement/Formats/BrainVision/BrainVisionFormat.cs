using System.Text;
using Isonomia.Measurement.Formats.Arrays;
using Isonomia.Measurement.Formats.Bytes;
using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Formats.BrainVision;

/// <summary>
/// BrainVision: a header (.vhdr), a data file (.eeg, .dat) and a marker file (.vmrk) side by side. Any of the three
/// opens the recording. Descriptions of events are <c>type/description</c>, as in MNE.
/// </summary>
public sealed class BrainVisionFormat : IRecordingFormat
{
    /// <inheritdoc/>
    public string Name => "BrainVision";

    /// <inheritdoc/>
    public bool Recognises(FileHead head)
    {
        var beginning = Beginning(head.Bytes.Span);
        return BrainVisionText.IsHeader(beginning) || BrainVisionText.IsMarkers(beginning)
            || head.Extension is ".eeg" or ".dat" && HeaderBeside(head.Path) is { } header
                && BrainVisionText.IsHeader(Beginning(FileHead.Of(header).Bytes.Span));
    }

    /// <inheritdoc/>
    public Recording Open(string path, ReadingOptions options)
    {
        var headerPath = BrainVisionText.IsHeader(Beginning(FileHead.Of(path).Bytes.Span)) ? path : HeaderBeside(path)
            ?? throw new BadInputException(path, "this file belongs to a BrainVision recording, but its header, "
                + $"{Path.GetFileNameWithoutExtension(path)}.vhdr, is not beside it");
        var text = new BrainVisionText(headerPath);
        var header = BrainVisionHeaderReader.Read(headerPath, text);
        var dataPath = Companion.Find(headerPath, header.DataFile, "data file");
        var warnings = new List<string>();
        var markerPath = header.MarkerFile is { } named ? Companion.Find(headerPath, named, "marker file") : null;
        var markers = markerPath is null ? [] : BrainVisionMarkers.Read(markerPath, warnings);
        var (source, points) = Data(dataPath, header, warnings);
        try
        {
            var described = Describe(path, header, text, markers, points, warnings);
            string[] files = markerPath is null ? [headerPath, dataPath] : [headerPath, dataPath, markerPath];
            return new Recording(described with { Files = files }, source);
        }
        catch
        {
            source.Dispose();
            throw;
        }
    }

    private static (ISampleSource Source, long Points) Data(
        string path, BrainVisionHeader header, List<string> warnings)
    {
        if (header.Type is not { } type)
        {
            var samples = AsciiData.Read(path, header, warnings);
            return (new MemorySource(samples), samples[0].Length);
        }

        var file = new FileBytes(path);
        try
        {
            var points = BrainVisionExtent.Points(path, header, type.Size(), file.Length, warnings);
            var numbers = new NumberBlock(file, 0, type, points * header.Channels.Count, header.IsBigEndian);
            double[] gains = [.. header.Channels.Select(c => c.Resolution)];
            return (new ArraySource(numbers, gains.Length, points, header.IsMultiplexed, file, gains), points);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    private static RecordingHeader Describe(
        string path,
        BrainVisionHeader header,
        BrainVisionText text,
        IReadOnlyList<BrainVisionMarker> markers,
        long points,
        List<string> warnings)
    {
        var filters = AmplifierSetup.Filters(text.Comment);
        var names = ChannelNames.Distinct([.. header.Channels.Select(c => c.Name)]);
        var channels = header.Channels.Zip(names, (c, name) => new Channel(
            name, ChannelNames.TypeOf(c.Name, c.Unit), c.Unit, header.SamplingRate, points)
        {
            Position = c.Position,
            HighPass = filters.GetValueOrDefault(c.Name).HighPass,
            LowPass = filters.GetValueOrDefault(c.Name).LowPass,
        }).ToArray();
        var starts = BrainVisionMarkers.Starts(header, markers, points);
        var stretches = BrainVisionMarkers.Stretches(header.SamplingRate, markers, starts, points);
        var events = BrainVisionMarkers.Events(header.SamplingRate, markers, starts, stretches);
        var dated = markers.FirstOrDefault(m => m is { IsNewSegment: true, Date: not null });
        return new RecordingHeader(path, "BrainVision", channels)
        {
            Start = dated?.Date - TimeSpan.FromSeconds((dated?.Position ?? 0) / header.SamplingRate),
            Events = EventLimits.Within(events, stretches[^1].Onset + stretches[^1].Duration, warnings),
            Stretches = stretches,
            Warnings = warnings,
        };
    }

    /// <summary>The first line without a byte order mark.</summary>
    private static string Beginning(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("\uFEFF"u8))
            bytes = bytes[3..];
        var end = bytes.IndexOfAny((byte)'\r', (byte)'\n');
        return Encoding.Latin1.GetString(bytes[..Math.Min(end < 0 ? bytes.Length : end, 200)]);
    }

    private static string? HeaderBeside(string path) => Companion.Beside(
        Path.GetDirectoryName(Path.GetFullPath(path))!, Path.GetFileNameWithoutExtension(path) + ".vhdr");
}
