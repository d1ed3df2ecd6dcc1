using System.Text.Json;
using Isonomia.Tests;
using static Isonomia.Cli.Tests.IsonomiaCommand;

namespace Isonomia.Cli.Tests;

public sealed class RestoreVerbTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("isonomia-restore-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("unicorn_eyes_open_closed/sub01_eyes_open.bdf", "Cz")]
    // Without Cz the pair over the back of the head is taken, which sees the alpha rhythm, and not the first channel.
    [InlineData("sleepedf_short_psg/short_psg.edf", "EEG Pz-Oz")]
    public void Of_a_recording_that_looks_healthy_every_output_says_that_nothing_needs_restoring(string file, string channel)
    {
        var output = Path.Combine(folder, "out");
        var (code, words, error) = Run("restore", SharedData.Path(file), "--together", "1", "--out", output);
        Assert.True(code == 0, error);
        Assert.Contains("Nothing needs restoring", words);
        Assert.DoesNotContain(" mg", words);
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(output, "restore.json")));
        Assert.False(json.RootElement.GetProperty("needs_restoring").GetBoolean());
        Assert.Equal(channel, json.RootElement.GetProperty("individual").GetProperty("channel").GetString());
        var page = File.ReadAllText(Path.Combine(output, "restore.html"));
        Assert.Contains("Nothing needs restoring", page);
        Assert.DoesNotContain("id=\"ranking\"", page);
    }

    // Dry electrodes, so noisy that squared misses are 45 times what chance leaves.
    [Fact]
    public void Where_the_model_does_not_describe_the_spectrum_nothing_is_said_of_health_and_nothing_is_written()
    {
        var output = Path.Combine(folder, "out");
        var (code, words, error) = Run("restore", SharedData.Path("unicorn_eyes_open_closed/sub04_eyes_open.bdf"),
            "--together", "1", "--out", output);
        Assert.Equal(3, code);
        Assert.DoesNotContain("restoring", words);
        Assert.Contains("could not be located: the model does not describe the spectrum", error);
        Assert.False(Directory.Exists(output));
    }
}
