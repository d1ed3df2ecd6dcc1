using System.IO.Compression;
using Isonomia.Measurement.Formats;
using Isonomia.Measurement.Formats.Numpy;
using Isonomia.Measurement.Recordings;
using Isonomia.Tests;

namespace Isonomia.Measurement.Tests.Formats.Numpy;

public sealed class NpzFormatTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(CompressionLevel.NoCompression)]
    [InlineData(CompressionLevel.Optimal)]
    public void The_largest_array_is_the_recording_and_a_scalar_its_rate(CompressionLevel level)
    {
        var path = Archive(level,
            ("lfp", NpyWriter.Doubles("(2, 3)", [0, 1, 2, 10, 11, 12])),
            ("fs", NpyWriter.Doubles("()", [500])),
            ("names", NpyWriter.Write("'<U3'", "(2,)", new byte[24])),
            ("spikes", NpyWriter.Doubles("(3,)", [1, 2, 3])));
        using var recording = RecordingFile.Open(path);
        Assert.Equal([10, 11, 12], recording.ReadAll(1));
        Assert.Equal(500, recording.Channels[1].SamplingRate);
        Assert.Contains(recording.Header.Warnings, w => w.Contains("spikes (3, float64)"));

        using var named = RecordingFile.Open(path, new ReadingOptions { Variable = "spikes" });
        Assert.Equal([1, 2, 3], named.ReadAll(0));
        Assert.Contains("'names'", Assert.Throws<BadInputException>(
            () => RecordingFile.Open(path, new ReadingOptions { Variable = "names" })).Message.Replace("names (",
                "'names' ("));
    }

    // Reference: the simulated LFPs of Gao et al. 2017 are 30 conditions at 1 kHz for 300 s, as int16.
    [Fact]
    public void A_real_archive_lists_its_arrays()
    {
        using var file = new NpzFile(SharedData.Path("reference/vectors/gao2017_sim_lfp_1kHz_300s_int16_x10.npz"));
        Assert.NotEmpty(file.Entries);
        Assert.All(file.Entries, e => Assert.True(e.IsReal));
        Assert.All(file.Entries, e => Assert.Equal(e.Count, file.Numbers(e.Name).Numbers.ToArray().Length));
    }

    [Fact]
    public void A_compressed_bomb_is_refused()
    {
        var path = Archive(CompressionLevel.Optimal,
            ("bomb", NpyWriter.Write("'|u1'", $"({72 << 20},)", new byte[72 << 20])));
        var before = GC.GetAllocatedBytesForCurrentThread();
        var complaint = Assert.Throws<BadInputException>(() =>
            RecordingFile.Open(path, new ReadingOptions { SamplingRate = 1 }));
        Assert.Contains("array 'bomb' would grow", complaint.Message);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 2 << 20);
    }

    [Fact]
    public void An_array_shorter_than_its_header_says_is_refused()
    {
        var path = Archive(CompressionLevel.Optimal, ("x", NpyWriter.Doubles("(1000,)", [1, 2, 3])));
        var complaint = Assert.Throws<BadInputException>(() =>
            RecordingFile.Open(path, new ReadingOptions { SamplingRate = 1 }));
        Assert.Contains("announces 1000 numbers but holds 3", complaint.Message);
    }

    private string Archive(CompressionLevel level, params (string Name, byte[] Data)[] members)
    {
        using var buffer = new MemoryStream();
        using (var archive = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, data) in members)
            {
                using var entry = archive.CreateEntry(name + ".npy", level).Open();
                entry.Write(data);
            }
        }

        return folder.Write("x.npz", buffer.ToArray());
    }
}
