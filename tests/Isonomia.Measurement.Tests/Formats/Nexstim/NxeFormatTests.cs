using Isonomia.Measurement.Formats;
using Isonomia.Measurement.Recordings;
using Isonomia.Tests;

namespace Isonomia.Measurement.Tests.Formats.Nexstim;

/// <summary>
/// A raw recording during stimulation, against MNE-Python 1.3 (shared/data/reference/file_readings.json).
/// </summary>
public sealed class NxeFormatTests
{
    [Fact]
    public void Samples_are_those_that_mne_reads()
    {
        using var recording = RecordingFile.Open(SharedData.Path("tms_eeg_eximia/test_eximia.nxe"));
        var reference = SharedData.Reference("file_readings.json").GetProperty("tms_eeg_eximia/test_eximia.nxe");
        Assert.Equal(reference.GetProperty("channels").EnumerateArray().Select(c => c.GetString()), recording.Channels.Select(c => c.Name));
        Assert.All(recording.Channels, c => Assert.Equal(reference.GetProperty("n_samples").GetInt64(), c.Samples));
        var first = reference.GetProperty("first3").EnumerateArray().Select(f => f.Numbers()).ToArray();
        var (mean, last) = (reference.GetProperty("mean").Numbers(), reference.GetProperty("last").Numbers());
        for (var c = 0; c < recording.Channels.Count; c++)
        {
            var samples = recording.ReadAll(c);
            Assert.Equal(1450, recording.Channels[c].SamplingRate);
            for (var t = 0; t < 3; t++)
                Assert.Equal(first[c][t], samples[t], 1e-9);
            Assert.Equal(mean[c], samples.Average(), 1e-9);
            Assert.Equal(last[c], samples[^1], 1e-9);
        }
    }

    [Fact]
    public void A_file_cut_within_a_sample_is_refused()
    {
        var path = Path.Combine(Path.GetTempPath(), $"isonomia-{Guid.NewGuid():N}.nxe");
        File.WriteAllBytes(path, new byte[1000]);
        try
        {
            Assert.Contains("multiple of 128", Assert.Throws<BadInputException>(() => RecordingFile.Open(path)).Message);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Rising_triggers_are_events()
    {
        var path = Path.Combine(Path.GetTempPath(), $"isonomia-{Guid.NewGuid():N}.nxe");
        var bytes = new byte[128 * 1450];
        // The second trigger is on (5 units) from half a second on, for ten samples.
        for (var t = 725; t < 735; t++)
            BitConverter.TryWriteBytes(bytes.AsSpan((t * 128) + 4), (short)(5 * 655.35));
        File.WriteAllBytes(path, bytes);
        try
        {
            using var recording = RecordingFile.Open(path);
            var only = Assert.Single(recording.Events);
            Assert.Equal(("Trig2", 0.5), (only.Description, only.Onset));
        }
        finally
        {
            File.Delete(path);
        }
    }
}
