using System.Text.Json;
using Isonomia.Cli.Tests.Cohorts;
using Isonomia.Tests;
using static Isonomia.Cli.Tests.IsonomiaCommand;

namespace Isonomia.Cli.Tests;

public sealed class LocateVerbTests : IDisposable
{
    private static readonly string EyesClosed = SharedData.Path("eegmmidb_S001/S001R02.edf");
    private readonly string folder = Directory.CreateTempSubdirectory("isonomia-locate-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_recording_is_located_with_the_promised_keys_and_a_page()
    {
        var (code, _, _) = Run("locate", EyesClosed, "--channel", "Oz..", "--out", folder);
        Assert.Equal(0, code);
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "locate.json")));
        var root = json.RootElement;
        Assert.Equal("isonomia.locate/1", root.GetProperty("schema").GetString());
        Assert.True(root.GetProperty("converged").GetBoolean());
        Assert.True(root.GetProperty("diagnostics").GetProperty("rhat_max").GetDouble() < 1.01);
        Assert.Equal("1/s", root.GetProperty("parameters").GetProperty("alpha").GetProperty("unit").GetString());
        var x = root.GetProperty("coordinates").GetProperty("X");
        Assert.True(x.GetProperty("q05").GetDouble() < x.GetProperty("q50").GetDouble());
        Assert.InRange(root.GetProperty("stability").GetProperty("frequency_hz").GetDouble(), 8, 12);
        Assert.Contains("not a medical device", File.ReadAllText(Path.Combine(folder, "report.html")));
    }

    [Fact]
    public void A_recording_is_followed_through_time()
    {
        var (code, output, _) = Run("locate", EyesClosed, "--channel", "Oz..", "--window", "20s", "--step", "10s", "--out", folder);
        Assert.Equal(0, code);
        Assert.Contains("times real time", output);
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "track.json")));
        var windows = json.RootElement.GetProperty("channels")[0].GetProperty("windows");
        // 60 s hold the windows that begin at 0, 10, 20, 30 and 40 s.
        Assert.Equal(5, windows.GetArrayLength());
        Assert.All(windows.EnumerateArray(), w => Assert.True(w.GetProperty("converged").GetBoolean()));
        // Eleven or more quantities of five windows, and the header.
        Assert.True(File.ReadAllLines(Path.Combine(folder, "track.tsv")).Length > 56);
        Assert.Contains("through time", File.ReadAllText(Path.Combine(folder, "report.html")));
    }

    [Theory]
    [InlineData("--window 2s", "locate.window")]
    [InlineData("--step 2s", "--window")]
    [InlineData("--by group", "BIDS")]
    [InlineData("--channel Nowhere", "Nowhere")]
    [InlineData("--window 10s --infer A=1mV:2mV --model corticothalamic --model jansen-rit:alpha", "one model")]
    [InlineData("--infer A=1mV:2mV", "closed form")]
    public void What_cannot_be_is_refused_in_words(string words, string expected)
    {
        var (code, _, error) = Run(["locate", EyesClosed, .. words.Split(' ')]);
        Assert.NotEqual(0, code);
        Assert.Contains(expected, error);
        Assert.DoesNotContain("   at ", error);
    }

    [Fact]
    public void A_data_set_is_located_compared_by_group_and_not_located_twice()
    {
        using var data = new BidsFolder();
        for (var i = 0; i < 4; i++)
            data.Record($"sub-{i}/eeg/sub-{i}_eeg.edf", i, i < 2 ? 0.6 : 0.9, channels: 1, seconds: 40);
        data.Write("participants.tsv", "participant_id\tgroup\nsub-0\ta\nsub-1\ta\nsub-2\tb\nsub-3\tb\n");
        data.Write("sub-9/eeg/sub-9_eeg.edf", "not a recording");
        var (code, output, error) = Run("locate", data.Path, "--by", "group");
        Assert.Equal(1, code);
        Assert.Contains("sub-9", error);
        Assert.Contains("b less a", output);
        var located = File.ReadAllLines(Path.Combine(data.Results, "located.tsv"));
        Assert.True(located.Count(l => l.Contains("\tX\t", StringComparison.Ordinal)) >= 3, string.Join('\n', located.Take(3)));
        Assert.StartsWith("quantity\teffect", File.ReadAllText(Path.Combine(data.Results, "effects.tsv")));
        Assert.Contains("What was not located", File.ReadAllText(Path.Combine(data.Results, "located.html")));
        var (_, _, again) = Run("locate", data.Path, "--by", "group");
        Assert.Contains("located before", again);
    }
}
