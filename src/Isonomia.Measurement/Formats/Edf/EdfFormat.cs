using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Formats.Edf;

/// <summary>
/// European Data Format (EDF, EDF+C, EDF+D) and its 24-bit sibling of BioSemi (BDF, BDF+C, BDF+D). Signals keep their
/// own sampling rates; gaps stay gaps; annotations and BioSemi's triggers become events.
/// </summary>
public sealed class EdfFormat : IRecordingFormat
{
    /// <inheritdoc/>
    public string Name => "EDF, EDF+, BDF, BDF+";

    /// <inheritdoc/>
    public bool Recognises(FileHead head) => EdfHeaderReader.Recognises(head);

    /// <inheritdoc/>
    public Recording Open(string path, ReadingOptions options)
    {
        var handle = File.OpenHandle(path, share: FileShare.ReadWrite | FileShare.Delete);
        try
        {
            var length = RandomAccess.GetLength(handle);
            var header = EdfHeaderReader.Read(path, handle, length);
            var warnings = new List<string>();
            var file = new BlockFile(path, handle, header.Bytes, header.RecordBytes);
            var records = EdfExtent.Records(path, header, length, file, warnings);
            var annotations = EdfAnnotations.Read(path, header, records, file, warnings);
            if (header.IsDiscontinuous && annotations.Timeline is null)
            {
                throw new BadInputException(path, "the file is discontinuous (EDF+D, BDF+D) but has no annotation "
                    + "signal to say when its data records begin");
            }

            var channels = Channels(header, records);
            if (channels.DistinctBy(c => c.Name).Count() < channels.Length)
                warnings.Add("some channels have the same name; they got running numbers");
            var names = ChannelNames.Distinct([.. channels.Select(c => c.Name)]);
            channels = [.. channels.Zip(names, (channel, name) => channel with { Name = name })];
            var source = new EdfSource(header, file);
            return new Recording(Describe(path, header, channels, records, annotations, source, warnings), source);
        }
        catch
        {
            handle.Dispose();
            throw;
        }
    }

    private static Channel[] Channels(EdfHeader header, long records) => [.. header.Ordinary.Select(signal =>
    {
        var (highPass, lowPass) = Prefiltering.Corners(signal.Prefiltering);
        return new Channel(
            signal.Label,
            ChannelNames.TypeOf(signal.Label, signal.Unit),
            signal.Unit,
            signal.SamplesPerRecord / header.RecordDuration,
            records * signal.SamplesPerRecord)
        {
            HighPass = highPass,
            LowPass = lowPass,
        };
    })];

    private static RecordingHeader Describe(
        string path,
        EdfHeader header,
        Channel[] channels,
        long records,
        EdfAnnotations annotations,
        EdfSource source,
        List<string> warnings)
    {
        var events = annotations.Events;
        var stretches = annotations.Timeline?.Stretches() ?? [];
        if (channels.Length > 0)
        {
            for (var i = 0; i < channels.Length; i++)
            {
                if (header.SampleBytes != 3 || !header.Ordinary[i].IsStatus)
                    continue;
                var triggers = StatusEvents.Find(source, i, channels[i], warnings);
                events = [.. events.Concat(triggers).OrderBy(e => e.Onset)];
            }

            events = EventLimits.Within(events, End(stretches, records * header.RecordDuration), warnings);
        }

        return new RecordingHeader(path, header.Variant, channels)
        {
            // The header counts whole seconds; the first record says what fraction of one it began later.
            Start = annotations.Timeline?.FirstOnset is > 0 and < 86400 and var late
                ? header.Start?.AddSeconds(late)
                : header.Start,
            Events = events,
            Stretches = header.IsDiscontinuous ? stretches : [],
            SpikeDuration = channels.Length > 0
                ? null
                : events.Select(e => e.Onset + e.Duration).Append(records * header.RecordDuration).Max(),
            Warnings = warnings,
        };
    }

    private static double End(IReadOnlyList<Stretch> stretches, double stored) =>
        stretches.Count > 0 ? stretches[^1].Onset + stretches[^1].Duration : stored;
}
