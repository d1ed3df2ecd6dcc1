using System.Text;
using Isonomia.Measurement.Formats;
using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Tests.Formats.Edf;

/// <summary>Makes EDF and BDF files field by field, so that any field can be wrong.</summary>
internal sealed class EdfBuilder
{
    private readonly List<byte[]> records = [];
    private readonly List<EdfBuilderSignal> signals = [];

    public bool IsBdf { get; init; }

    public string Recording { get; init; } = "";

    public string Date { get; init; } = "16.04.89";

    public string Time { get; init; } = "16.13.00";

    public string? HeaderBytes { get; init; }

    public string Reserved { get; init; } = "";

    public string? Records { get; init; }

    public string Duration { get; init; } = "1";

    public string? Count { get; init; }

    public int SampleBytes => IsBdf ? 3 : 2;

    public EdfBuilder Signal(string label, int samples = 4, Func<EdfBuilderSignal, EdfBuilderSignal>? change = null)
    {
        var signal = new EdfBuilderSignal(label, samples);
        signals.Add(change is null ? signal : change(signal));
        return this;
    }

    /// <summary>A record: for each signal samples (int[]) or annotation bytes (string, Latin-1).</summary>
    public EdfBuilder Record(params object[] parts)
    {
        using var bytes = new MemoryStream();
        foreach (var (part, signal) in parts.Zip(signals))
        {
            if (part is int[] samples)
            {
                foreach (var s in samples)
                    bytes.Write(BitConverter.GetBytes(s).AsSpan(0, SampleBytes));
            }
            else
            {
                var text = Encoding.Latin1.GetBytes((string)part);
                bytes.Write(text);
                bytes.Write(new byte[signal.Samples * SampleBytes - text.Length]);
            }
        }

        records.Add(bytes.ToArray());
        return this;
    }

    public byte[] Build()
    {
        var text = new StringBuilder();
        text.Append(IsBdf ? "\u00FFBIOSEMI" : "0       ").Append("patient".PadRight(80)).Append(Recording.PadRight(80))
            .Append(Date.PadRight(8)).Append(Time.PadRight(8))
            .Append((HeaderBytes ?? $"{256 * (signals.Count + 1)}").PadRight(8)).Append(Reserved.PadRight(44))
            .Append((Records ?? $"{records.Count}").PadRight(8)).Append(Duration.PadRight(8))
            .Append((Count ?? $"{signals.Count}").PadRight(4));
        foreach (var (field, width) in EdfBuilderSignal.Fields)
        {
            foreach (var signal in signals)
                text.Append(field(signal).PadRight(width));
        }

        return [.. Encoding.Latin1.GetBytes(text.ToString()), .. records.SelectMany(r => r)];
    }

    /// <summary>Opens the bytes as a file.</summary>
    public static Recording Open(byte[] bytes, string name = "made.edf")
    {
        var path = Path.Combine(Path.GetTempPath(), $"isonomia-{Guid.NewGuid():N}-{name}");
        try
        {
            File.WriteAllBytes(path, bytes);
            return RecordingFile.Open(path);
        }
        finally
        {
            // The open recording keeps its handle; the name can go.
            File.Delete(path);
        }
    }

    public Recording Open() => Open(Build());

    /// <summary>What is said when the file is refused.</summary>
    public string Complaint() => Complaint(Build());

    public static string Complaint(byte[] bytes) =>
        Assert.Throws<BadInputException>(() => { Open(bytes).Dispose(); }).Message;
}
