using System.Text;
using Isonomia.Measurement.Formats;
using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Tests.Formats.BrainVision;

/// <summary>A header of two channels with every entry open to change, and the files beside it.</summary>
internal sealed class BrainVisionBuilder : IDisposable
{
    private readonly string folder = TestRecordings.TemporaryFolder();

    public string FirstLine { get; set; } = "Brain Vision Data Exchange Header File Version 1.0";

    public Dictionary<string, string> Common { get; } = new()
    {
        ["Codepage"] = "UTF-8",
        ["DataFile"] = "r.eeg",
        ["MarkerFile"] = "r.vmrk",
        ["DataFormat"] = "BINARY",
        ["DataOrientation"] = "MULTIPLEXED",
        ["NumberOfChannels"] = "2",
        ["SamplingInterval"] = "4000",
    };

    public Dictionary<string, string> Binary { get; } = new() { ["BinaryFormat"] = "INT_16" };

    public List<string> Channels { get; } = ["Ch1=Fz,,0.5,uV", "Ch2=Cz,,0.5,uV"];

    public string More { get; set; } = "";

    public Encoding Encoding { get; set; } = Encoding.UTF8;

    /// <summary>Three points: 2, 4; 6, 8; 10, 12.</summary>
    public byte[] Data { get; set; } = [2, 0, 4, 0, 6, 0, 8, 0, 10, 0, 12, 0];

    public List<string> Markers { get; } = ["Mk1=New Segment,,1,1,0,20240229120000500000"];

    public string Header => Path.Combine(folder, "r.vhdr");

    public void Save(string data = "r.eeg", string markers = "r.vmrk")
    {
        File.WriteAllText(
            Header,
            $"{FirstLine}\r\n; comment\r\n[Common Infos]\r\n{Lines(Common)}[Binary Infos]\r\n{Lines(Binary)}"
                + $"[Channel Infos]\r\n{string.Join("\r\n", Channels)}\r\n{More}",
            Encoding);
        if (data.Length > 0)
            File.WriteAllBytes(Path.Combine(folder, data), Data);
        if (markers.Length > 0)
        {
            File.WriteAllText(
                Path.Combine(folder, markers),
                "Brain Vision Data Exchange Marker File, Version 1.0\r\n[Marker Infos]\r\n"
                    + string.Join("\r\n", Markers),
                Encoding);
        }
    }

    public Recording Open()
    {
        Save();
        return RecordingFile.Open(Header);
    }

    public string Complaint()
    {
        Save();
        return ComplaintAsSaved();
    }

    public string ComplaintAsSaved() =>
        Assert.Throws<BadInputException>(() => { RecordingFile.Open(Header).Dispose(); }).Message;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static string Lines(Dictionary<string, string> entries) =>
        string.Concat(entries.Select(e => $"{e.Key}={e.Value}\r\n"));
}
