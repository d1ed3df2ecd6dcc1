using Isonomia.Measurement.Formats.Edf;
using Isonomia.Measurement.Recordings;
using Isonomia.Numerics.Random;

namespace Isonomia.Cli.Tests.Cohorts;

/// <summary>A data set in BIDS, in a folder whose name has a space and a letter that is not ASCII; removed afterwards.</summary>
internal sealed class BidsFolder : IDisposable
{
    private readonly string above = Directory.CreateTempSubdirectory("isonomia-bids-").FullName;

    public BidsFolder()
    {
        Path = System.IO.Path.Combine(above, "Äpfel und Birnen");
        Directory.CreateDirectory(Path);
        Write("dataset_description.json", """{"Name": "Test", "BIDSVersion": "1.9.0"}""");
    }

    public string Path { get; }

    public string Results => System.IO.Path.Combine(Path, "derivatives", "isonomia");

    public string At(string relative) => System.IO.Path.Combine(Path, relative);

    public void Write(string relative, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(At(relative))!);
        File.WriteAllText(At(relative), text);
    }

    /// <summary>Records noise that is the slower the larger the memory: its exponent grows with it.</summary>
    public void Record(string relative, int seed, double memory = 0.9, int channels = 2, int seconds = 20)
    {
        const int Rate = 100;
        string[] names = ["Cz", "Pz", "Oz", "Fz", "C3", "C4", "P3", "P4", "O1", "O2", "F3", "F4"];
        var samples = new double[channels][];
        for (var c = 0; c < channels; c++)
        {
            var noise = new RandomStream(seed, "test recording", c);
            samples[c] = new double[Rate * seconds];
            for (var (i, last) = (0, 0.0); i < samples[c].Length; i++)
                samples[c][i] = last = (memory * last) + (10 * noise.Normal());
        }

        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(At(relative))!);
        var header = new RecordingHeader("<test>", "memory", [.. samples.Select((s, c) =>
            new Channel(names[c], ChannelType.Eeg, "uV", Rate, s.Length))]);
        using var recording = new Recording(header, new MemorySource(samples));
        EdfWriter.Write(At(relative), recording);
    }

    public void Dispose() => Directory.Delete(above, recursive: true);
}
