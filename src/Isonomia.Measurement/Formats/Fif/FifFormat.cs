using Isonomia.Measurement.Formats.Bytes;
using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Formats.Fif;

/// <summary>
/// FIF: the raw recordings of Elekta/MEGIN systems and of MNE. Potentials are given in microvolts, fields and gradients
/// in tesla and tesla per metre. Stored samples are read; where acquisition was suspended there is a gap.
/// </summary>
public sealed class FifFormat : IRecordingFormat
{
    private const int NextFile = 2;

    /// <inheritdoc/>
    public string Name => "FIF";

    /// <inheritdoc/>
    public bool Recognises(FileHead head) =>
        head.Bytes.Span.StartsWith(
            (ReadOnlySpan<byte>)[0, 0, 0, FifKind.FileId, 0, 0, 0, FifType.IdStruct, 0, 0, 0, 20])
        || IsGzipped(head.Path, head.Bytes.Span);

    /// <inheritdoc/>
    public Recording Open(string path, ReadingOptions options)
    {
        var bytes = new FileBytes(path);
        try
        {
            if (IsGzipped(path, bytes.View(0, (int)Math.Min(2, bytes.Length))))
                throw new BadInputException(path, "this FIF file is compressed; decompress it first (gunzip)");
            return Read(bytes);
        }
        catch
        {
            bytes.Dispose();
            throw;
        }
    }

    private static Recording Read(FileBytes bytes)
    {
        var warnings = new List<string>();
        var tags = FifDirectory.Of(bytes, warnings);
        var info = FifInfo.Of(bytes, tags, warnings);
        var rate = info.SamplingRate;
        var data = FifData.Of(bytes, tags, info.Channels.Count, rate);
        var events = FifAnnotations.Of(bytes, tags, info.Date, data.FirstSample / rate, warnings);
        WarnOfOtherParts(bytes, tags, warnings);
        var names = ChannelNames.Distinct(info.Channels.ConvertAll(c => c.Name));
        var header = new RecordingHeader(bytes.Path, "FIF",
            [
                .. info.Channels.Select((c, i) => new Channel(names[i], c.Type, c.Unit, rate, data.Samples)
                {
                    Position = info.PositionOf(c),
                    HighPass = c.Type.IsNeural() ? info.HighPass : null,
                    LowPass = c.Type.IsNeural() ? info.LowPass : null,
                }),
            ])
        {
            Start = info.Date,
            Events = EventLimits.Within(events, data.Stretches[^1].Onset + data.Stretches[^1].Duration, warnings),
            Stretches = data.Stretches,
            Warnings = warnings,
        };
        return new Recording(header, new FifSource(bytes, data.Buffers, [.. info.Channels.Select(c => c.Gain)]));
    }

    private static void WarnOfOtherParts(FileBytes bytes, List<FifTag> tags, List<string> warnings)
    {
        var references = tags.Where(t => t.Block == FifKind.InBlockReference).ToList();
        if (FifInfo.First(references, FifKind.RefRole)?.Int(bytes) != NextFile)
            return;
        var next = FifInfo.First(references, FifKind.RefFileName)?.Text(bytes) ?? "another file";
        warnings.Add($"this is one part of a split recording, which goes on in {next}; only this part was read");
    }

    private static bool IsGzipped(string path, ReadOnlySpan<byte> bytes) =>
        path.EndsWith(".fif.gz", StringComparison.OrdinalIgnoreCase)
            && bytes.StartsWith((ReadOnlySpan<byte>)[0x1f, 0x8b]);
}
