using System.Buffers.Binary;
using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Formats.Nexstim;

/// <summary>
/// NXE: continuous EEG of Nexstim's eXimia, 16-bit samples of 64 channels side by side at 1450 Hz without any header.
/// Files of it are told by their extension and length alone.
/// </summary>
public sealed class NxeFormat : IRecordingFormat
{
    private const int Frame = 2 * 64;
    private const double Rate = 1450;
    // 16 bits span 100 units of a trigger channel, 25 mV of the EOG and 5 mV of the EEG (as MNE-Python reads them).
    private const double TriggerStep = 100.0 / 65535, EyeStep = 25_000.0 / 65535, BrainStep = 5_000.0 / 65535;
    private const double TriggerOn = 2.5;
    private const int Triggers = 3;

    private static readonly string[] Names =
    [
        "GateIn", "Trig1", "Trig2", "EOG", "Fp1", "Fpz", "Fp2", "AF1", "AFz", "AF2", "F7", "F3", "F1", "Fz", "F2", "F4", "F8", "FT9",
        "FT7", "FC5", "FC3", "FC1", "FCz", "FC2", "FC4", "FC6", "FT8", "FT10", "T7", "C5", "C3", "C1", "Cz", "C2", "C4", "C6", "T8",
        "TP9", "TP7", "CP5", "CP3", "CP1", "CPz", "CP2", "CP4", "CP6", "TP8", "TP10", "P9", "P7", "P3", "P1", "Pz", "P2", "P4", "P8",
        "P10", "PO3", "POz", "PO4", "O1", "Oz", "O2", "Iz",
    ];

    /// <inheritdoc/>
    public string Name => "NXE";

    /// <inheritdoc/>
    public bool Recognises(FileHead head) => head.Extension == ".nxe";

    /// <inheritdoc/>
    public Recording Open(string path, ReadingOptions options)
    {
        var length = new FileInfo(path).Length;
        if (length < Frame || length % Frame != 0)
        {
            throw new BadInputException(path, $"it is {length} bytes long, and 64 channels of 16-bit samples take a multiple of {Frame}; "
                + "was it cut short?");
        }

        var count = length / Frame;
        if (count > Array.MaxLength / 8)
            throw new BadInputException(path, $"{count} samples of each channel are too many");
        var source = new NxeSource(path);
        try
        {
            var channels = Names.Select((name, c) => new Channel(name, c < Triggers ? ChannelType.Stimulus
                : name == "EOG" ? ChannelType.Eog : ChannelType.Eeg, c < Triggers ? "" : "uV", Rate, count)).ToArray();
            return new Recording(new RecordingHeader(path, Name, channels) { Events = Events(source, (int)count) }, source);
        }
        catch
        {
            source.Dispose();
            throw;
        }
    }

    // Where a trigger rises.
    private static List<RecordingEvent> Events(NxeSource source, int count)
    {
        var events = new List<RecordingEvent>();
        var samples = new double[count];
        for (var c = 0; c < Triggers; c++)
        {
            source.Read(c, 0, samples);
            for (var t = 1; t < count; t++)
            {
                if (samples[t] > TriggerOn && samples[t - 1] <= TriggerOn)
                    events.Add(new RecordingEvent(t / Rate, 0, Names[c]));
            }
        }

        return [.. events.OrderBy(e => e.Onset)];
    }

    private sealed class NxeSource(string path) : ISampleSource
    {
        private const int FramesAtOnce = 4096;
        private readonly FileStream file = File.OpenRead(path);

        public void Read(int channel, long first, Span<double> destination)
        {
            var buffer = new byte[Frame * FramesAtOnce];
            var step = channel < Triggers ? TriggerStep : channel == Triggers ? EyeStep : BrainStep;
            for (var done = 0; done < destination.Length;)
            {
                var frames = Math.Min(FramesAtOnce, destination.Length - done);
                file.Position = (first + done) * Frame;
                file.ReadExactly(buffer, 0, frames * Frame);
                for (var t = 0; t < frames; t++)
                    destination[done + t] = step * BinaryPrimitives.ReadInt16LittleEndian(buffer.AsSpan((t * Frame) + (2 * channel)));
                done += frames;
            }
        }

        public void Dispose() => file.Dispose();
    }
}
